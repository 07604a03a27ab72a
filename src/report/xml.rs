//! XML being written: elements a line each, everything escaped.
//!
//! Own code, for what a report needs is little, and the small crate for it (`xmlwriter`) leaves `&`
//! as it is.

/// An attribute of an element.
pub type Attribute = (&'static str, String);

/// A document, its elements open until they are ended.
#[derive(Default)]
pub struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// Begins an element that holds others.
    pub fn begin(&mut self, name: &'static str, attributes: &[Attribute]) {
        self.tag(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Ends the element begun last.
    pub fn end(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.text.extend(["</", name, ">\n"]);
        }
    }

    /// An element that holds nothing.
    pub fn leaf(&mut self, name: &'static str, attributes: &[Attribute]) {
        self.tag(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element that holds words, no space added around them.
    pub fn words(&mut self, name: &'static str, attributes: &[Attribute], words: &str) {
        self.tag(name, attributes);
        self.text.extend([">", &escaped(words), "</", name, ">\n"]);
    }

    /// The document, all that is open ended.
    pub fn finished(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.text
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n(' ', self.open.len()));
    }

    fn tag(&mut self, name: &str, attributes: &[Attribute]) {
        self.indent();
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.extend([" ", attribute, "=\"", &escaped(value), "\""]);
        }
    }
}

/// The text with what XML gives a meaning written otherwise, and without the characters that XML
/// 1.0 has no way to write.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'.. => {
                out.push(c);
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_nested_and_all_of_them_end() {
        let mut xml = Xml::default();
        xml.begin("a", &[("x", "1".to_owned())]);
        xml.begin("b", &[]);
        xml.leaf("c", &[]);
        xml.end();
        xml.words("d", &[], "two");
        assert_eq!(xml.finished(), "<a x=\"1\">\n <b>\n  <c/>\n </b>\n <d>two</d>\n</a>\n");
    }

    #[test]
    fn what_has_a_meaning_is_escaped_and_what_cannot_be_written_is_left_out() {
        assert_eq!(
            escaped("a & b < c > \"d\" &amp;"),
            "a &amp; b &lt; c &gt; &quot;d&quot; &amp;amp;"
        );
        assert_eq!(escaped("a\u{0}b\u{1F}c\u{FFFE}d\u{1F600}\u{202E}"), "abcd\u{1F600}\u{202E}");
    }
}
