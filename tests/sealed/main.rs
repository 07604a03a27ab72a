//! What a sealed team judged and scored is found nowhere, whatever is done to the document: the
//! window and the command line show the same, to the last byte and pixel, whatever lies behind the
//! seals.

mod broken;
mod command_line;
#[expect(dead_code, reason = "what comes of calls is compared as text here")]
#[path = "../common/mod.rs"]
mod common;
#[expect(dead_code, reason = "the window is driven by what panels ask for here")]
#[path = "../window/desk.rs"]
mod desk;
mod document;
mod edits;
mod needles;
mod seen;
mod twins;
mod window;
mod wishes;
