//! A scene as an SVG picture: the second painter of scenes, beside the window's.
//!
//! The same scene gives the same bytes. Text is set in `IBM Plex Sans` by name, its words in reading
//! order, as the format wants them; each part of the scene lies over the drawing as an invisible
//! area with a title, which is what readers show and say. The XML is written by `xmlwriter`, which
//! escapes what must be escaped; what no escape can make valid is dropped here.

use xmlwriter::{Indent, Options, XmlWriter};

use crate::chart::{Area, Dash, Part, Point, Scene, Shape, Strength, Stroke, Text};
use crate::look::{Mark, Outline, Palette, Rgb, Role};

/// The families that text asks for, the first that is there.
const FAMILY: &str = "'IBM Plex Sans', 'IBM Plex Sans Arabic', sans-serif";

/// Writes a scene in the colours of a palette, on the palette's ground.
pub fn svg(scene: &Scene, palette: Palette) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let mut writer = Writer::new(palette);
    let xml = &mut writer.xml;
    xml.start_element("svg");
    xml.write_attribute("xmlns", "http://www.w3.org/2000/svg");
    xml.write_attribute("width", &width);
    xml.write_attribute("height", &height);
    xml.write_attribute("viewBox", &format!("0 0 {width} {height}"));
    xml.write_attribute("role", "img");
    xml.write_attribute("font-family", FAMILY);
    writer.title(&scene.heading);
    let ground = Area::new(0.0, 0.0, scene.width, scene.height);
    writer.fill(ground, 0.0, Role::Canvas, Strength::Full);
    writer.shapes(&scene.shapes);
    for part in &scene.parts {
        writer.part(part);
    }
    writer.xml.end_document()
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

/// The text without the characters that XML 1.0 has no way to write.
fn writable(text: &str) -> String {
    let is_valid = |c: &char| {
        matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}')
            || *c >= '\u{10000}'
    };
    text.chars().filter(is_valid).collect()
}

fn hex(colour: Rgb) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b)
}

struct Writer {
    xml: XmlWriter,
    palette: Palette,
    /// How many clips and hatches there are: they are named by number.
    named: usize,
}

impl Writer {
    fn new(palette: Palette) -> Self {
        let options = Options { indent: Indent::Spaces(1), ..Options::default() };
        Self { xml: XmlWriter::new(options), palette, named: 0 }
    }

    fn colour(&self, role: Role) -> String {
        hex(self.palette.colour(role))
    }

    fn attribute(&mut self, name: &str, value: f32) {
        self.xml.write_attribute(name, &number(value));
    }

    fn attributes<const N: usize>(&mut self, attributes: [(&str, f32); N]) {
        for (name, value) in attributes {
            self.attribute(name, value);
        }
    }

    fn title(&mut self, words: &str) {
        self.xml.start_element("title");
        self.words(words);
        self.xml.end_element();
    }

    /// Words as they are, no space added around them.
    fn words(&mut self, words: &str) {
        self.xml.set_preserve_whitespaces(true);
        self.xml.write_text(&writable(words));
        self.xml.set_preserve_whitespaces(false);
    }

    /// A name that no other clip or hatch has.
    fn name(&mut self, what: &str) -> String {
        self.named += 1;
        format!("{what}-{}", self.named)
    }

    fn part(&mut self, part: &Part) {
        self.xml.start_element("g");
        self.title(&part.sentence);
        self.rectangle(part.hit);
        self.xml.write_attribute("fill", "none");
        self.xml.write_attribute("pointer-events", "all");
        self.xml.end_element();
        self.xml.end_element();
    }

    /// Begins a rectangle.
    fn rectangle(&mut self, area: Area) {
        self.xml.start_element("rect");
        self.attributes([
            ("x", area.left),
            ("y", area.top),
            ("width", area.width),
            ("height", area.height),
        ]);
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
        self.rectangle(area);
        if radius > 0.0 {
            self.attribute("rx", radius);
        }
        let colour = self.colour(role);
        self.xml.write_attribute("fill", &colour);
        if strength != Strength::Full {
            self.attribute("fill-opacity", strength.opacity());
        }
        self.xml.end_element();
    }

    /// An edge is drawn inside its area, where SVG would draw it half outside.
    fn edge(&mut self, area: Area, radius: f32, stroke: Stroke) {
        let half = stroke.width / 2.0;
        self.rectangle(area.grown(-half, -half));
        if radius > half {
            self.attribute("rx", radius - half);
        }
        self.xml.write_attribute("fill", "none");
        self.stroke(stroke);
        self.xml.end_element();
    }

    fn stroke(&mut self, stroke: Stroke) {
        let colour = self.colour(stroke.role);
        self.xml.write_attribute("stroke", &colour);
        self.attribute("stroke-width", stroke.width);
        if let Dash::Dashed(dash, gap) = stroke.dash {
            let dashes = format!("{} {}", number(dash), number(gap));
            self.xml.write_attribute("stroke-dasharray", &dashes);
        }
    }

    fn points(&mut self, points: &[Point]) {
        let points: Vec<String> =
            points.iter().map(|[x, y]| format!("{},{}", number(*x), number(*y))).collect();
        self.xml.write_attribute("points", &points.join(" "));
    }

    fn line(&mut self, points: &[Point], stroke: Stroke) {
        self.xml.start_element("polyline");
        self.points(points);
        self.xml.write_attribute("fill", "none");
        self.stroke(stroke);
        self.xml.end_element();
    }

    fn polygon(&mut self, corners: &[Point], role: Role) {
        let colour = self.colour(role);
        self.xml.start_element("polygon");
        self.points(corners);
        self.xml.write_attribute("fill", &colour);
        self.xml.end_element();
    }

    fn mark(&mut self, mark: Mark, centre: Point, size: f32, role: Role) {
        match mark.outline(centre, size) {
            Outline::Polygon(corners) => self.polygon(&corners, role),
            Outline::Circle { centre, radius } => {
                let colour = self.colour(role);
                self.xml.start_element("circle");
                self.attributes([("cx", centre[0]), ("cy", centre[1]), ("r", radius)]);
                self.xml.write_attribute("fill", &colour);
                self.xml.end_element();
            }
        }
    }

    /// The area filled with a pattern: a tile as wide as the step, its line from corner to corner,
    /// and twice more so that the ends meet those of the tiles beside it.
    fn hatch(&mut self, area: Area, step: f32, stroke: Stroke) {
        let name = self.name("hatch");
        self.xml.start_element("pattern");
        self.xml.write_attribute("id", &name);
        self.xml.write_attribute("patternUnits", "userSpaceOnUse");
        // Where the first line begins: at the area's lower left corner.
        self.attributes([
            ("x", area.left),
            ("y", area.bottom()),
            ("width", step),
            ("height", step),
        ]);
        for shift in [-step, 0.0, step] {
            self.line(&[[shift - step, 2.0 * step], [shift + 2.0 * step, -step]], stroke);
        }
        self.xml.end_element();
        self.rectangle(area);
        self.xml.write_attribute("fill", &format!("url(#{name})"));
        self.xml.end_element();
    }

    fn clip(&mut self, area: Area, shapes: &[Shape]) {
        let name = self.name("clip");
        self.xml.start_element("clipPath");
        self.xml.write_attribute("id", &name);
        self.rectangle(area);
        self.xml.end_element();
        self.xml.end_element();
        self.xml.start_element("g");
        self.xml.write_attribute("clip-path", &format!("url(#{name})"));
        self.shapes(shapes);
        self.xml.end_element();
    }

    fn text(&mut self, text: &Text) {
        let colour = self.colour(text.role);
        self.xml.start_element("text");
        self.attributes([("x", text.start[0]), ("y", text.start[1]), ("font-size", text.size)]);
        self.xml.write_attribute("font-weight", &text.weight.number().to_string());
        self.xml.write_attribute("fill", &colour);
        self.words(&text.words);
        self.xml.end_element();
    }
}
