//! Where in a document something stands, as FORMAT.md writes it: `criteria."cost".value[2]`.

use std::fmt;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Segment {
    /// A struct's field.
    Field(&'static str),
    /// A map's key, or the id of a thing in a list of things with ids.
    Key(String),
    /// A place in any other list, from 0.
    Index(usize),
}

/// A place in a document, from its top.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path(pub Vec<Segment>);

impl Path {
    /// The path of a field of the scenario itself.
    pub fn field(name: &'static str) -> Self {
        Self(vec![Segment::Field(name)])
    }

    #[must_use]
    pub fn then(&self, field: &'static str) -> Self {
        self.with(Segment::Field(field))
    }

    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Segment::Key(key.to_owned()))
    }

    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Segment::Index(index))
    }

    fn with(&self, segment: Segment) -> Self {
        let mut segments = self.0.clone();
        segments.push(segment);
        Self(segments)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, segment) in self.0.iter().enumerate() {
            let dot = if place == 0 { "" } else { "." };
            match segment {
                Segment::Field(name) => write!(f, "{dot}{name}")?,
                Segment::Key(key) => write!(f, "{dot}\"{key}\"")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_as_the_format_writes_them() {
        let cell = Path::field("scores").key("withdraw").key("cost");
        assert_eq!(
            cell.then("evidence").index(0).then("source").to_string(),
            "scores.\"withdraw\".\"cost\".evidence[0].source"
        );
        assert_eq!(Path::field("options").index(1).to_string(), "options[1]");
    }
}
