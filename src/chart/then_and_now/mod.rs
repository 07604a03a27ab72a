//! How teams came to where they are.

mod gut;
mod rounds;

pub use gut::gut_table;
pub use rounds::round_table;
