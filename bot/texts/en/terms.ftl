### What the bodies are called, without an article. texts.terms_file in config.yaml puts others in their place.

-committee = { $at ->
    [start] Committee
   *[inside] committee
}
-property = { $at ->
    [start] Property office
   *[inside] property office
}
-owners = { $at ->
    [start] Owners’ committee
   *[inside] owners’ committee
}
-moderator = { $at ->
    [start] Group moderator
   *[inside] group moderator
}
