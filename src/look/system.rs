//! The system's fonts: where letters that IBM Plex lacks get a face from. The only file here that
//! reads the disk, and slow: ask it off the frame.

use std::cmp::Reverse;
use std::sync::OnceLock;

use fontdb::{Database, FaceInfo, Style};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::fallback::FaceFile;

/// Who has faces.
pub trait FaceSource: Send + Sync {
    /// Faces that together have as many of the characters as can be had. May take long.
    fn faces(&self, characters: &[char]) -> Vec<FaceFile>;
}

/// No faces at all.
pub struct NoFaces;

impl FaceSource for NoFaces {
    fn faces(&self, _: &[char]) -> Vec<FaceFile> {
        Vec::new()
    }
}

/// The faces that the system has, listed when they are first asked for.
#[derive(Default)]
pub struct SystemFaces {
    database: OnceLock<Database>,
}

impl FaceSource for SystemFaces {
    fn faces(&self, characters: &[char]) -> Vec<FaceFile> {
        let database = self.database.get_or_init(|| {
            let mut database = Database::new();
            database.load_system_fonts();
            database
        });
        chosen(database, characters)
    }
}

/// Families that suit the window's type, the best first, by how their names begin; any other
/// comes behind them.
const PREFERRED: [&str; 14] = [
    "Noto Sans",
    "Segoe UI",
    "Nirmala UI",
    "Leelawadee UI",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "PingFang",
    "Hiragino Sans",
    "Apple SD Gothic",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
];

/// The best faces that have the characters, each once.
fn chosen(database: &Database, characters: &[char]) -> Vec<FaceFile> {
    let mut ranked: Vec<&FaceInfo> = database.faces().collect();
    ranked.sort_by_cached_key(|face| rank(face));
    let mut missing = characters.to_vec();
    let mut files = Vec::new();
    for face in ranked {
        if missing.is_empty() {
            break;
        }
        let file = database.with_face_data(face.id, |bytes, index| {
            let had = drawn(bytes, index, &missing);
            missing.retain(|character| !had.contains(character));
            (!had.is_empty()).then(|| FaceFile::keep(bytes.to_vec(), index))
        });
        files.extend(file.flatten());
    }
    files
}

/// What a face is chosen by, the smallest first: upright, of regular weight, proportional, of a
/// family that suits; the name decides between equals, so that the same system gives the same face.
fn rank(face: &FaceInfo) -> (bool, u16, bool, usize, Reverse<bool>, String) {
    let is_of = |name: &&str| face.families.iter().any(|(family, _)| family.starts_with(*name));
    let family = PREFERRED.iter().position(is_of).unwrap_or(PREFERRED.len());
    let is_sans = face.families.iter().any(|(family, _)| family.contains("Sans"));
    (
        face.style != Style::Normal,
        face.weight.0.abs_diff(400),
        face.monospaced,
        family,
        Reverse(is_sans),
        face.post_script_name.clone(),
    )
}

/// Those of the characters that a face draws by an outline: what is a picture to it, the window
/// can't show.
fn drawn(bytes: &[u8], index: u32, characters: &[char]) -> Vec<char> {
    let Ok(font) = FontRef::from_index(bytes, index) else { return Vec::new() };
    let (charmap, outlines) = (font.charmap(), font.outline_glyphs());
    let has = |character: &&char| {
        let glyph = charmap.map(**character).filter(|glyph| *glyph != GlyphId::NOTDEF);
        glyph.is_some_and(|glyph| outlines.get(glyph).is_some())
    };
    characters.iter().filter(has).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::super::font::{self, Weight};
    use super::*;

    /// A system that has IBM Plex alone.
    fn plex() -> Database {
        let mut database = Database::new();
        for weight in [Weight::SemiBold, Weight::Regular] {
            database.load_font_data(font::arabic(weight).to_vec());
            database.load_font_data(font::latin(weight).to_vec());
        }
        database
    }

    #[test]
    fn the_regular_face_that_has_a_character_is_chosen_once_for_all_it_has() {
        let files = chosen(&plex(), &['ب', 'é', 'ت', '完']);
        let bytes: Vec<_> = files.iter().map(|file| file.bytes).collect();
        assert_eq!(bytes.len(), 2);
        assert!(bytes.contains(&font::latin(Weight::Regular)));
        assert!(bytes.contains(&font::arabic(Weight::Regular)));
    }

    #[test]
    fn what_no_face_has_is_not_had() {
        assert!(chosen(&plex(), &['完', '\u{1F5F3}']).is_empty());
        assert!(chosen(&Database::new(), &['a']).is_empty());
        assert!(NoFaces.faces(&['a']).is_empty());
    }
}
