### Having been away for a while, said once after coming back.

away = I was away ({ $since } – { $until }) and am back. I’m now going through what you wrote to me; taps on buttons didn’t reach me, so please tap again.
away-several = I was away on and off ({ $since } – { $until }) and am back. I’m now going through what you wrote to me; if a button did nothing, please tap it again.
away-long = I was away for over a day ({ $since } – { $until }) and am back. I’m now going through what you wrote in the last day; anything older, and taps on buttons, didn’t reach me, so please do it once more.
