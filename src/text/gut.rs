//! What the page says on which a team ranks by gut.

use super::{isolated, ordinal};

pub const NOTE: &str = "Before its totals are seen. Up and Down move the option that has the \
                        focus, Home and End to the ends; or drag it.";
pub const KEEP_ORDER: &str = "Keep this order";
pub const FORGET: &str = "Forget the ranking";

/// How far a team is: of so many options it ranked so many.
pub fn heading(team: &str, ranked: usize, all: usize) -> String {
    let team = isolated(team);
    match ranked {
        0 => format!("{team} by gut: which option comes first?"),
        ranked if ranked < all => format!("{team} by gut: {ranked} of {all} options ranked"),
        _ => format!("{team} by gut: all options ranked"),
    }
}

/// A row for those who can't see its place.
pub fn place(option: &str, place: usize, is_ranked: bool) -> String {
    if is_ranked {
        format!("{}: {} by gut", isolated(option), ordinal(place))
    } else {
        format!("{}: not ranked by gut", isolated(option))
    }
}

pub fn raise(option: &str) -> String {
    format!("Move {} up", isolated(option))
}

pub fn lower(option: &str) -> String {
    format!("Move {} down", isolated(option))
}
