//! How head and rows are seen: scrolled, lit, being typed in.

/// How the head is seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head<'a> {
    /// How far the criteria are scrolled, in points.
    pub offset: f32,
    /// The criterion that is lit.
    pub lit: Option<usize>,
    /// What can be done with the bars.
    pub note: &'a str,
}

/// How a row is seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// How far the criteria are scrolled, in points.
    pub offset: f32,
    /// The criterion that is lit.
    pub lit: Option<usize>,
    /// The criterion whose score is being typed: its number is left to the editor.
    pub typed: Option<usize>,
}
