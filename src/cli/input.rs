//! Where a scenario comes from: a path, a preset's name, or standard input.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::located::unreadable;
use super::output::Failure;
use crate::model::{self, Place, Scenario};
use crate::store::{self, Preset, Unreadable};
use crate::text::{self, command_line};

/// What a word of the call names.
#[derive(Clone, Debug)]
pub enum Origin {
    Stdin,
    Preset(&'static Preset),
    File(PathBuf),
}

impl Origin {
    /// A file of that name, else a preset of that name.
    pub fn of(word: &OsStr) -> Self {
        let named = word.to_str().and_then(store::preset);
        match named.filter(|_| !Path::new(word).exists()) {
            _ if word == "-" => Self::Stdin,
            Some(preset) => Self::Preset(preset),
            None => Self::File(PathBuf::from(word)),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, Unreadable> {
        match self {
            Self::Stdin => store::read_bytes(std::io::stdin().lock()),
            Self::Preset(preset) => Ok(preset.text.as_bytes().to_vec()),
            Self::File(path) => store::read_file(path),
        }
    }
}

/// A scenario with the text that it was read from.
#[derive(Clone)]
pub struct Opened {
    /// As the call named it; bytes that are no UTF-8 as escapes.
    pub file: String,
    pub scenario: Scenario,
    text: Arc<str>,
}

impl Opened {
    /// The document for sentences: with names that are told apart.
    pub fn for_programs(&self) -> Scenario {
        text::told_apart(&self.scenario)
    }

    /// The document for lines of a terminal: with names that are told apart and turn no line.
    pub fn for_people(&self) -> Scenario {
        text::for_terminal(&self.scenario)
    }

    /// The places of several paths, the text walked through once.
    pub fn places<'a>(
        &self,
        paths: impl IntoIterator<Item = Option<&'a model::Path>>,
    ) -> Vec<Option<Place>> {
        store::places(&self.scenario, &self.text, paths)
    }
}

/// Reads what a word names.
///
/// # Errors
/// The faults of the file, or why it can't be read.
pub fn open(word: &OsStr) -> Result<Opened, Unreadable> {
    let bytes = Origin::of(word).bytes()?;
    let scenario = store::parse(&bytes)?.scenario;
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes))
        .replace("\r\n", "\n");
    Ok(Opened { file: command_line::name_of(word), scenario, text: text.into() })
}

/// [`open`], for a subcommand that needs it.
pub fn required(word: &OsStr) -> Result<Opened, Failure> {
    open(word).map_err(|found| {
        let meant = preset_meant(word, &found).map(|name| command_line::is_preset_meant(&name));
        let meant = meant.map(|message| format!("\n{}", command_line::of_program(&message)));
        Failure::faulty(
            unreadable(&command_line::name_of(word), &found) + &meant.unwrap_or_default(),
        )
    })
}

/// Where there is no such file: the preset whose name is meant, if one is near.
fn preset_meant(word: &OsStr, found: &Unreadable) -> Option<String> {
    let is_missing = found.faults.iter().all(|fault| fault.class() == model::FaultClass::File);
    let near = model::nearest(word.to_str()?, store::PRESETS.iter().map(|preset| preset.name));
    near.filter(|_| is_missing)
}
