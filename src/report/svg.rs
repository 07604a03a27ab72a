//! A scene as an SVG picture: the second painter of scenes, beside the window's.
//!
//! The same scene gives the same bytes. Text is set in `IBM Plex Sans` by name, its words in
//! reading order, as the format wants them; each part of the scene lies over the drawing as an
//! invisible area with a title, which is what readers show and say.

use super::xml::{Attribute, Xml};
use crate::chart::{Area, Dash, Part, Point, Scene, Shape, Strength, Stroke, Text};
use crate::look::direction::{Direction, direction, is_left_to_right};
use crate::look::{Mark, Outline, Palette, Role};

/// The families that text asks for, the first that is there; and those that text asks for in which
/// something runs from right to left. Not every reader looks further down the list for a letter
/// that the first lacks, and the Arabic font has the Latin letters too.
const FAMILY: &str = "'IBM Plex Sans', 'IBM Plex Sans Arabic', sans-serif";
const ARABIC_FAMILY: &str = "'IBM Plex Sans Arabic', 'IBM Plex Sans', sans-serif";
/// What goes around a text from right to left, so that it is read by its own direction wherever the
/// picture stands.
const ISOLATE: (char, char) = ('\u{2067}', '\u{2069}');

/// Writes a scene in the colours of a palette, on the palette's ground.
pub fn svg(scene: &Scene, palette: Palette) -> String {
    let mut picture = Picture { xml: Xml::default(), palette, named: 0 };
    let (width, height) = (number(scene.width), number(scene.height));
    let view = format!("0 0 {width} {height}");
    picture.xml.begin(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
            ("width", width),
            ("height", height),
            ("viewBox", view),
            ("role", "img".to_owned()),
            ("font-family", FAMILY.to_owned()),
            ("xml:space", "preserve".to_owned()),
        ],
    );
    picture.xml.words("title", &[], &scene.heading);
    let ground = Area::new(0.0, 0.0, scene.width, scene.height);
    picture.fill(ground, 0.0, Role::Canvas, Strength::Full);
    picture.shapes(&scene.shapes);
    for part in &scene.parts {
        picture.part(part);
    }
    picture.xml.finished()
}

/// A length or place, with at most two decimals.
fn number(length: f32) -> String {
    let hundredths = (f64::from(length) * 100.0).round();
    if !hundredths.is_finite() || hundredths == 0.0 {
        return "0".to_owned();
    }
    let text = format!("{:.2}", hundredths / 100.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn numbers<const N: usize>(numbers: [(&'static str, f32); N]) -> Vec<Attribute> {
    numbers.map(|(name, value)| (name, number(value))).into()
}

fn rectangle(area: Area) -> Vec<Attribute> {
    numbers([("x", area.left), ("y", area.top), ("width", area.width), ("height", area.height)])
}

fn points(points: &[Point]) -> Attribute {
    let points: Vec<String> =
        points.iter().map(|[x, y]| format!("{},{}", number(*x), number(*y))).collect();
    ("points", points.join(" "))
}

struct Picture {
    xml: Xml,
    palette: Palette,
    /// How many clips and hatches there are: they are named by number.
    named: usize,
}

impl Picture {
    fn colour(&self, role: Role) -> String {
        let colour = self.palette.colour(role);
        format!("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b)
    }

    fn filled(&self, role: Role) -> Attribute {
        ("fill", self.colour(role))
    }

    fn stroked(&self, stroke: Stroke) -> Vec<Attribute> {
        let mut attributes = vec![
            ("fill", "none".to_owned()),
            ("stroke", self.colour(stroke.role)),
            ("stroke-width", number(stroke.width)),
        ];
        if let Dash::Dashed(dash, gap) = stroke.dash {
            attributes.push(("stroke-dasharray", format!("{} {}", number(dash), number(gap))));
        }
        attributes
    }

    /// A name that no other clip or hatch has.
    fn name(&mut self, what: &str) -> String {
        self.named += 1;
        format!("{what}-{}", self.named)
    }

    fn part(&mut self, part: &Part) {
        self.xml.begin("g", &[]);
        self.xml.words("title", &[], &part.sentence);
        let mut attributes = rectangle(part.hit);
        attributes.push(("fill", "none".to_owned()));
        attributes.push(("pointer-events", "all".to_owned()));
        self.xml.leaf("rect", &attributes);
        self.xml.end();
    }

    fn shapes(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            self.shape(shape);
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Fill { area, radius, role, strength } => {
                self.fill(*area, *radius, *role, *strength);
            }
            Shape::Edge { area, radius, stroke } => self.edge(*area, *radius, *stroke),
            Shape::Line { points, stroke } => self.line(points, *stroke),
            Shape::Polygon { corners, role } => self.polygon(corners, *role),
            Shape::Mark { mark, centre, size, role } => self.mark(*mark, *centre, *size, *role),
            Shape::Hatch { area, step, stroke } => self.hatch(*area, *step, *stroke),
            Shape::Clip { area, shapes } => self.clip(*area, shapes),
            Shape::Text(text) => self.text(text),
        }
    }

    fn fill(&mut self, area: Area, radius: f32, role: Role, strength: Strength) {
        let mut attributes = rectangle(area);
        if radius > 0.0 {
            attributes.push(("rx", number(radius)));
        }
        attributes.push(self.filled(role));
        if strength != Strength::Full {
            attributes.push(("fill-opacity", number(strength.opacity())));
        }
        self.xml.leaf("rect", &attributes);
    }

    /// An edge lies inside its area, where SVG would draw half of it outside.
    fn edge(&mut self, area: Area, radius: f32, stroke: Stroke) {
        let half = stroke.width / 2.0;
        let mut attributes = rectangle(area.grown(-half, -half));
        if radius > half {
            attributes.push(("rx", number(radius - half)));
        }
        attributes.extend(self.stroked(stroke));
        self.xml.leaf("rect", &attributes);
    }

    fn line(&mut self, line: &[Point], stroke: Stroke) {
        let mut attributes = vec![points(line)];
        attributes.extend(self.stroked(stroke));
        self.xml.leaf("polyline", &attributes);
    }

    fn polygon(&mut self, corners: &[Point], role: Role) {
        let attributes = [points(corners), self.filled(role)];
        self.xml.leaf("polygon", &attributes);
    }

    fn mark(&mut self, mark: Mark, centre: Point, size: f32, role: Role) {
        match mark.outline(centre, size) {
            Outline::Polygon(corners) => self.polygon(&corners, role),
            Outline::Circle { centre, radius } => {
                let mut attributes = numbers([("cx", centre[0]), ("cy", centre[1]), ("r", radius)]);
                attributes.push(self.filled(role));
                self.xml.leaf("circle", &attributes);
            }
        }
    }

    /// The area filled with a pattern: a tile as wide as the step, its line from corner to corner,
    /// and one at either side, whose ends lie in this tile too.
    fn hatch(&mut self, area: Area, step: f32, stroke: Stroke) {
        let name = self.name("hatch");
        let mut tile = vec![("id", name.clone()), ("patternUnits", "userSpaceOnUse".to_owned())];
        // The first line begins as far left of the area as the area is high.
        let (left, foot) = (area.left - area.height, area.bottom());
        tile.extend(numbers([("x", left), ("y", foot), ("width", step), ("height", step)]));
        self.xml.begin("pattern", &tile);
        for shift in [-step, 0.0, step] {
            self.line(&[[shift - step, 2.0 * step], [shift + 2.0 * step, -step]], stroke);
        }
        self.xml.end();
        let mut attributes = rectangle(area);
        attributes.push(("fill", format!("url(#{name})")));
        self.xml.leaf("rect", &attributes);
    }

    fn clip(&mut self, area: Area, shapes: &[Shape]) {
        let name = self.name("clip");
        self.xml.begin("clipPath", &[("id", name.clone())]);
        self.xml.leaf("rect", &rectangle(area));
        self.xml.end();
        self.xml.begin("g", &[("clip-path", format!("url(#{name})"))]);
        self.shapes(shapes);
        self.xml.end();
    }

    fn text(&mut self, text: &Text) {
        let mut attributes =
            numbers([("x", text.start[0]), ("y", text.start[1]), ("font-size", text.size)]);
        attributes.push(("font-weight", text.weight.number().to_string()));
        if !is_left_to_right(&text.words) {
            attributes.push(("font-family", ARABIC_FAMILY.to_owned()));
        }
        attributes.push(self.filled(text.role));
        self.xml.words("text", &attributes, &isolated(&text.words));
    }
}

/// A text that begins from right to left as a stretch of its own: the picture itself is set from
/// left to right, so that a text's left end stands at its `x`.
fn isolated(words: &str) -> String {
    if is_left_to_right(words) || direction(words) == Direction::LeftToRight {
        return words.to_owned();
    }
    format!("{}{words}{}", ISOLATE.0, ISOLATE.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_two_decimals_at_most() {
        let cases = [
            (0.0, "0"),
            (-0.001, "0"),
            (1.0, "1"),
            (12.345, "12.35"),
            (-7.5, "-7.5"),
            (100.0, "100"),
            (f32::NAN, "0"),
            (f32::INFINITY, "0"),
        ];
        for (value, shown) in cases {
            assert_eq!(number(value), shown, "{value}");
        }
    }

    #[test]
    fn only_text_that_begins_from_right_to_left_is_isolated() {
        assert_eq!(isolated("Seats"), "Seats");
        assert_eq!(isolated("Seats مقاعد"), "Seats مقاعد");
        assert_eq!(isolated("مقاعد 12"), "\u{2067}مقاعد 12\u{2069}");
    }
}
