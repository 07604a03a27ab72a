//! Scenes as SVG, by their text.

use mizan::chart::{Area, Scene, Shape, Stroke, Subject};
use mizan::look::{Mark, Measurer, Medium, Palette, Role};
use mizan::model::OptionId;
use mizan::report::svg;
use resvg::usvg::roxmltree::{Document, Node};

use crate::{documents, sights};

fn elements<'a>(document: &'a Document, name: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.has_tag_name(name)).collect()
}

/// The title of the picture, and of each part in reading order.
fn titles(document: &Document) -> Vec<String> {
    elements(document, "title")
        .iter()
        .map(|title| title.text().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_chart_is_xml_that_says_what_its_parts_say() {
    let measurer = Measurer::new();
    let frame = sights::frame(Medium::Paper, 682.0, &measurer);
    for document in documents::all() {
        for (name, scene) in sights::all(frame, &document.scenario) {
            let text = svg(&scene, Palette::Paper);
            let parsed = Document::parse(&text)
                .unwrap_or_else(|error| panic!("{}, {name}: {error}\n{text}", document.what));
            let said: Vec<String> = std::iter::once(scene.heading.clone())
                .chain(scene.parts.iter().map(|part| part.sentence.clone()))
                .collect();
            assert_eq!(titles(&parsed), said, "{}, {name}", document.what);
            assert_eq!(parsed.root_element().attribute("role"), Some("img"));
        }
    }
}

#[test]
fn the_same_scene_gives_the_same_bytes_and_another_palette_other_colours() {
    let measurer = Measurer::new();
    let frame = sights::frame(Medium::Screen, 700.0, &measurer);
    let document = documents::all().into_iter().next().unwrap();
    let write = |palette| {
        let scenes = sights::all(frame, &document.scenario);
        scenes.iter().map(|(_, scene)| svg(scene, palette)).collect::<Vec<_>>()
    };
    assert_eq!(write(Palette::Light), write(Palette::Light));
    for (light, dark) in write(Palette::Light).iter().zip(write(Palette::Dark)) {
        assert!(light.contains("#ffffff") && dark.contains("#17191d"));
    }
}

#[test]
fn no_number_has_more_than_two_decimals() {
    let measurer = Measurer::new();
    let frame = sights::frame(Medium::Projector, 1920.0, &measurer);
    let document = documents::all().into_iter().next().unwrap();
    let lengths = ["x", "y", "width", "height", "cx", "cy", "r", "rx", "points", "stroke-width"];
    for (name, scene) in sights::all(frame, &document.scenario) {
        let text = svg(&scene, Palette::Light);
        let parsed = Document::parse(&text).unwrap();
        for node in parsed.descendants().filter(Node::is_element) {
            for value in lengths.iter().filter_map(|length| node.attribute(*length)) {
                for number in value.split([' ', ',']) {
                    let decimals = number.split_once('.').map_or(0, |(_, after)| after.len());
                    assert!(decimals <= 2 && number.parse::<f32>().is_ok(), "{name}: {value}");
                }
            }
        }
    }
}

/// A scene of one of each primitive, its texts awkward.
pub fn of_everything(measurer: &Measurer) -> Scene {
    let frame = sights::frame(Medium::Screen, 240.0, measurer);
    let heading = "Costs < 5 & “more”\u{7}".to_owned();
    let mut scene = Scene { width: 240.0, height: 160.0, heading, ..Scene::default() };
    scene.rounded(Area::new(8.0, 8.0, 40.0, 24.0), 6.0, Role::LeadTint);
    let edge = frame.stroke(2.0, Role::Lead);
    scene.edge(Area::new(56.0, 8.0, 40.0, 24.0), 6.0, edge);
    scene.line([8.0, 44.0], [96.0, 44.0], frame.dashed(2.0, Role::Ink, (6.0, 4.0)));
    let corners = vec![[110.0, 8.0], [150.0, 20.0], [110.0, 32.0]];
    scene.shapes.push(Shape::Polygon { corners, role: Role::Ok });
    for (place, mark) in Mark::ALL.into_iter().enumerate() {
        scene.mark(mark, [16.0 + 26.0 * place as f32, 66.0], 16.0, Role::Team(mark));
    }
    let area = Area::new(160.0, 8.0, 60.0, 36.0);
    let stroke = Stroke::solid(2.0, Role::Ink2);
    scene.shapes.push(Shape::Hatch { area, step: 7.0, stroke });
    let mut inner = Scene::default();
    inner.mark(Mark::Circle, [40.0, 110.0], 60.0, Role::Lead);
    scene.clip(Area::new(8.0, 90.0, 40.0, 40.0), inner);
    let set = mizan::chart::Set::new(
        mizan::look::TypeSize::Body,
        mizan::look::Weight::SemiBold,
        Role::Ink,
    );
    for (line, words) in ["R&D <costs>", "خيار التنمية 12", "Plan B: خطة"].iter().enumerate()
    {
        let at = ([80.0, 98.0 + 20.0 * line as f32], mizan::chart::Side::Start);
        frame.text(&mut scene, at, words, set, 150.0);
    }
    let id = OptionId::new("a").unwrap();
    let sentence = "A & B: \"1\" < 2".to_owned();
    scene.part(Subject::Option(id), sentence, Area::new(8.0, 8.0, 40.0, 24.0));
    scene
}

#[test]
fn every_primitive_is_written_as_what_it_is() {
    let measurer = Measurer::new();
    let text = svg(&of_everything(&measurer), Palette::Light);
    let parsed = Document::parse(&text).unwrap();
    assert_eq!(titles(&parsed), ["Costs < 5 & “more”", "A & B: \"1\" < 2"]);
    let count = |name| elements(&parsed, name).len();
    assert_eq!((count("pattern"), count("clipPath"), count("text")), (1, 1, 3));
    // Seven marks have corners, and so has the polygon; the eighth mark and what is clipped don't.
    assert_eq!((count("polygon"), count("circle")), (8, 2));
    let dashed: Vec<_> = elements(&parsed, "polyline")
        .into_iter()
        .filter_map(|line| line.attribute("stroke-dasharray"))
        .collect();
    assert_eq!(dashed, ["6 4"]);
    let edge = elements(&parsed, "rect")
        .into_iter()
        .find(|rect| rect.attribute("stroke").is_some())
        .unwrap();
    assert_eq!(
        ["x", "y", "width", "height", "rx"].map(|name| edge.attribute(name).unwrap()),
        ["57", "9", "38", "22", "5"],
        "the edge lies inside its area"
    );
    let words: Vec<_> = elements(&parsed, "text").iter().filter_map(Node::text).collect();
    assert_eq!(words, ["R&D <costs>", "\u{2067}خيار التنمية 12\u{2069}", "Plan B: خطة"]);
    let family = parsed.root_element().attribute("font-family").unwrap();
    assert!(family.starts_with("'IBM Plex Sans'"), "{family}");
}
