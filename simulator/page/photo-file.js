/** A picture from this device, made as large as an app would send it. */

import { CallRefused } from "./api.js";
import { t } from "./i18n.js";

/** Apps send photos with a long side of 1280 pixels at most. */
const LONG_SIDE_PX = 1280;
const QUALITY = 0.87;

/**
 * @param {Blob} file
 * @returns {Promise<import("./drafts.js").PhotoDraft>}
 * @throws {CallRefused} when it is no picture
 */
export async function readPhoto(file) {
  const bitmap = await decode(file);
  const scale = Math.min(1, LONG_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const brush = canvas.getContext("2d");
  brush.fillStyle = "#ffffff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  return { base64: await base64Of(blob), url: URL.createObjectURL(blob) };
}

async function decode(file) {
  try {
    return await createImageBitmap(file);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new CallRefused(t("not-a-picture"));
  }
}

function base64Of(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
