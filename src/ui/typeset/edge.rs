//! Where a line from right to left begins.

/// To which edge a paragraph from right to left is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// That of the widest line, for texts that take the room they need.
    WidestLine,
    /// That of the width at which lines break.
    Wrap,
}
