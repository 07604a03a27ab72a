//! The window, driven as a person drives it: by label and role, mouse and keys, without a screen.

mod adding;
mod broken;
mod by_keyboard;
mod desk;
mod editing;
mod fallback;
mod files;
mod first_page;
mod focus;
mod from_nothing;
mod inspect;
mod large;
mod late;
mod many_weights;
mod numbers;
mod pages;
mod reach;
mod reweigh;
mod right_to_left;
mod rows;
mod taking_over;
mod typed;
mod updating;
mod ways;
mod weights;
mod workshop;
