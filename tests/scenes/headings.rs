//! What stands above the matrix's columns: no word broken, nothing on its neighbour, at any width
//! and in every document.

use mizan::chart::matrix::{self, Head, Heights, Layout, Totals, View};
use mizan::chart::{Frame, Scene, Shape, Text};
use mizan::evaluation::{Weighting, evaluate};
use mizan::look::{Measurer, Medium};
use mizan::model::Scenario;
use mizan::store;

use crate::{documents, sights};

/// The widths of the page at the four usual sizes, with the inspector and without, and narrow ones.
const WIDTHS: [f32; 11] =
    [560.0, 640.0, 760.0, 872.0, 958.0, 1160.0, 1246.0, 1512.0, 1800.0, 2152.0, 2440.0];

/// A text as far as it is seen.
struct Seen<'a> {
    text: &'a Text,
    right: f32,
}

fn texts<'a>(shapes: &'a [Shape], edge: f32, all: &mut Vec<Seen<'a>>) {
    for shape in shapes {
        match shape {
            Shape::Text(text) if text.start[0] < edge => {
                all.push(Seen { text, right: (text.start[0] + text.width).min(edge) });
            }
            Shape::Clip { shapes, area } => texts(shapes, edge.min(area.right()), all),
            _ => {}
        }
    }
}

fn all_texts(scene: &Scene) -> Vec<Seen<'_>> {
    let mut all = Vec::new();
    texts(&scene.shapes, f32::INFINITY, &mut all);
    all
}

fn all_documents() -> Vec<(String, Scenario)> {
    let preset = |preset: &store::Preset| {
        (preset.name.to_owned(), store::parse(preset.text.as_bytes()).unwrap().scenario)
    };
    let mut all: Vec<(String, Scenario)> = store::PRESETS.iter().map(preset).collect();
    let awkward = documents::all().into_iter();
    all.extend(awkward.map(|document| (document.what.to_owned(), document.scenario)));
    all.extend(renamed());
    all
}

/// Documents of six and of twenty criteria with one name each that has trouble in a column.
fn renamed() -> Vec<(String, Scenario)> {
    let names = [
        "Verwaltungsmodernisierungsgesetzgebung der Länder",
        "Internationalisation of procedures",
        "Cost-effectiveness for municipalities",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h",
        "Straßenverkehrsordnung",
        "مسؤوليات المحافظات والمديريات الاستراتيجية",
    ];
    ["usual", "forty by twenty"]
        .into_iter()
        .flat_map(|what| names.map(|name| (what, name)))
        .map(|(what, name)| {
            let found = documents::all().into_iter().find(|document| document.what == what);
            let mut scenario = found.unwrap().scenario;
            for criterion in scenario.criteria.iter_mut().step_by(2) {
                name.clone_into(&mut criterion.name);
            }
            "Short".clone_into(&mut scenario.criteria[0].short);
            (format!("{what}: {name}"), scenario)
        })
        .collect()
}

fn head(frame: Frame<'_>, scenario: &Scenario, heights: Heights) -> (Layout, Scene) {
    let evaluation = evaluate(scenario, &Weighting::Mean).unwrap();
    let view = View::new(scenario, &evaluation, None, Vec::new());
    let layout =
        Layout::new(frame, 0..scenario.criteria.len(), Totals::Shown).with_heights(frame, heights);
    let scene = matrix::head(frame, &layout, &view, Head::default());
    (layout, scene)
}

/// The heads at every width, usual and low, and on the other media.
fn for_every_head(check: impl Fn(&str, &Scenario, &Layout, &Scene)) {
    let measurer = Measurer::new();
    let heights = [Heights::USUAL, Heights::fitting(200.0, 4, 38.0)];
    let screens = WIDTHS.map(|width| (Medium::Screen, width));
    let media = screens.into_iter().chain([(Medium::Projector, 1920.0), (Medium::Paper, 682.0)]);
    let media: Vec<(Medium, f32)> = media.collect();
    for (what, scenario) in all_documents() {
        for (medium, width) in &media {
            for heights in heights {
                let frame = sights::frame(*medium, *width, &measurer);
                let (layout, scene) = head(frame, &scenario, heights);
                check(&format!("{what}, {width} wide, {heights:?}"), &scenario, &layout, &scene);
            }
        }
    }
}

/// Without the invisible marks that hold a line's direction.
fn plain(words: &str) -> String {
    words.chars().filter(|c| c.is_ascii() || c.is_alphanumeric() || *c == '…').collect()
}

/// The lines of the name that stands above a column.
fn lines_of<'a>(all: &'a [Seen], left: f32) -> Vec<&'a str> {
    let is_name = |text: &Text| (text.start[0] - left).abs() < 0.01 && !text.words.ends_with('%');
    let lines = all.iter().map(|seen| seen.text).filter(|text| is_name(text));
    lines.map(|text| text.words.as_str()).collect()
}

/// The words of a text: what UAX 14 keeps on one line, as far as such names have it.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || c == '-').map(plain).collect()
}

#[test]
fn no_word_of_a_heading_is_broken() {
    for_every_head(|what, scenario, layout, scene| {
        let all = all_texts(scene);
        for column in layout.columns_in_view(0.0) {
            let criterion = &scenario.criteria[column];
            let known = words(&format!("{} {}", criterion.name, criterion.short));
            let (left, _) = layout.column(column, 0.0);
            let lines = lines_of(&all, left);
            assert!((1..=3).contains(&lines.len()), "{what}: {lines:?}");
            for word in lines.iter().flat_map(|line| words(line)) {
                let is_whole = word.ends_with('…') || known.contains(&word);
                assert!(is_whole, "{what}: {word:?} of {:?}", criterion.name);
            }
        }
    });
}

#[test]
fn the_texts_of_neighbours_never_touch() {
    for_every_head(|what, _, _, scene| {
        let all = all_texts(scene);
        for Seen { text, right } in &all {
            for Seen { text: other, .. } in &all {
                let is_beside = (other.start[1] - text.start[1]).abs() < text.size / 2.0;
                let is_behind = other.start[0] > text.start[0];
                assert!(
                    !(is_beside && is_behind) || other.start[0] >= right + 3.0,
                    "{what}: {:?} touches {:?}",
                    text.words,
                    other.words
                );
            }
        }
    });
}
