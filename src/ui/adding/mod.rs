//! Adding things to the document's lists: a name is enough, all else has what is usual.
//!
//! The ids of what is added are made from the names; the window shows none.

mod fields;
mod form;
mod kind;
mod lines;

pub use fields::{Entered, focus_next, full_form_ui, name_field, row_ui};
pub use form::{AddForm, Addition, Names};
pub use kind::{Kind, Part, Place};
