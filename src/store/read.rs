//! Reading a scenario file: all of it or nothing, with every fault at its place.

use std::io::Read;

use super::disk::{Disk, Kind, System};
use super::form::located;
use super::outline::Outline;
use super::secret::Secret;
use super::site::quoted;
use super::{from_v1, v1};
use crate::model::{FORMAT, Fault, FaultKind, Limit, Path, Place, Scenario, SyntaxFault, faults};

/// A scenario and what its file says besides.
#[derive(Clone, Debug)]
pub struct Opened {
    pub scenario: Scenario,
    /// The file holds comments, which a save would lose.
    pub has_comments: bool,
}

/// Why a file isn't opened: its faults, in the order of the file, and its text as far as it is one.
#[derive(Debug)]
pub struct Unreadable {
    pub faults: Vec<Fault>,
    pub text: String,
    secret: Secret,
}

impl Unreadable {
    /// Nothing was read at all, for this reason.
    pub fn of(kind: FaultKind) -> Self {
        unreadable(kind)
    }

    /// The text to quote a line of, where that line can't belong to a sealed team's record.
    pub fn quotable(&self, at: Place) -> Option<&str> {
        (!self.secret.holds(at)).then_some(&self.text)
    }
}

/// Reads all bytes of a stream, up to the limit.
///
/// # Errors
/// [`Unreadable`] with the system's reason, or with the limit where there is more.
pub fn read_bytes(stream: impl Read) -> Result<Vec<u8>, Unreadable> {
    let most = Limit::Bytes(0).most();
    let mut bytes = Vec::new();
    match stream.take(most + 1).read_to_end(&mut bytes) {
        Err(error) => Err(unreadable(FaultKind::NotRead(error.to_string()))),
        Ok(_) if bytes.len() as u64 > most => {
            Err(unreadable(FaultKind::Limit(Limit::Bytes(bytes.len() as u64))))
        }
        Ok(_) => Ok(bytes),
    }
}

/// The bytes of the file at a path.
///
/// # Errors
/// [`Unreadable`], as [`read_bytes`]; also where a folder, a device or a pipe is there: such a
/// one might never end, or never begin.
pub fn read_file(path: &std::path::Path) -> Result<Vec<u8>, Unreadable> {
    read_by(&System, path)
}

/// [`read_file`] on a disk.
///
/// # Errors
/// As [`read_file`].
pub fn read_by(disk: &dyn Disk, path: &std::path::Path) -> Result<Vec<u8>, Unreadable> {
    let not_read = |error: std::io::Error| unreadable(FaultKind::NotRead(error.to_string()));
    match disk.look(path).map_err(not_read)?.kind {
        Kind::Other if !is_handed_over(path) => Err(unreadable(FaultKind::NotAFile)),
        Kind::Folder => Err(unreadable(FaultKind::NotAFile)),
        Kind::File | Kind::Other => read_bytes(disk.open(path).map_err(not_read)?),
    }
}

/// Whether a path is of something that whoever began the program opened for it, as shells do for
/// `<(command)`.
fn is_handed_over(path: &std::path::Path) -> bool {
    ["/dev/fd", "/proc/self/fd"].iter().any(|folder| path.parent() == Some(folder.as_ref()))
}

/// The scenario that the bytes of a file say.
///
/// # Errors
/// [`Unreadable`] with the first fault of form, or with all faults of meaning.
pub fn parse(bytes: &[u8]) -> Result<Opened, Unreadable> {
    let broken = |fault, text| {
        let secret = Secret::possible(bytes);
        Unreadable { faults: vec![secret.told(fault)], text, secret }
    };
    let text = decode(bytes).map_err(|(fault, text)| broken(fault, text))?;
    let outline = Outline::new(&text);
    let file = match mirror(&text, &outline) {
        Ok(file) => file,
        Err(fault) => {
            // Another is made of what may be told: two at a time would be much of a hostile file.
            drop(outline);
            return Err(broken(fault, text));
        }
    };
    let beyond = beyond_limits(&file);
    if !beyond.is_empty() {
        drop(file);
        let secret = Secret::possible(bytes);
        let faults = beyond.into_iter().map(|fault| {
            let at = fault.path.as_ref().map(|path| secret.place(outline.place(path)));
            Fault { at, ..fault }
        });
        return Err(Unreadable { faults: faults.collect(), text, secret });
    }
    let (scenario, mut found) = from_v1::scenario(file);
    // A sealed record that is out of form and breaks rules besides is told of once.
    for fault in faults(&scenario, None) {
        if fault.kind != FaultKind::InSealedRecord || !found.contains(&fault) {
            found.push(fault);
        }
    }
    if found.is_empty() {
        return Ok(Opened { scenario, has_comments: outline.has_comments() });
    }
    let all = Limit::Faults(found.len());
    let is_cut = found.len() as u64 > all.most();
    found.truncate(usize::try_from(all.most()).unwrap_or(usize::MAX));
    for fault in &mut found {
        fault.at = fault.at.or_else(|| fault.path.as_ref().map(|path| outline.place(path)));
    }
    found.sort_by_key(|fault| fault.at.map_or((0, None), |at| (at.line, at.column)));
    found.extend(is_cut.then_some(Fault { path: None, at: None, kind: FaultKind::Limit(all) }));
    let secret = Secret::of(&scenario, &outline);
    for fault in &mut found {
        fault.at = fault.at.map(|at| secret.place(at));
    }
    Err(Unreadable { faults: found, text, secret })
}

/// The places of paths in the text that a scenario was read from, as they may be told: without the
/// column where it would count the letters of a sealed record. The text is walked through once.
pub fn places<'a>(
    scenario: &Scenario,
    text: &str,
    paths: impl IntoIterator<Item = Option<&'a Path>>,
) -> Vec<Option<Place>> {
    let outline = Outline::new(text);
    let secret = Secret::of(scenario, &outline);
    let place = |path: &Path| secret.place(outline.place(path));
    paths.into_iter().map(|path| path.map(place)).collect()
}

/// The lists that hold more than is read. What else is wrong in such a file isn't looked for: it
/// may be made to be slow to look through.
fn beyond_limits(file: &v1::Scenario) -> Vec<Fault> {
    let beyond = |base: &Path, list: &'static str, limit: Limit, found: usize| {
        (found as u64 > limit.most())
            .then(|| Fault::at_path(base.then(list), FaultKind::Limit(limit)))
    };
    let body = |base: Path, criteria: usize, options: usize, assumptions: usize, teams: usize| {
        [
            beyond(&base, "criteria", Limit::Criteria(criteria), criteria),
            beyond(&base, "options", Limit::Options(options), options),
            beyond(&base, "assumptions", Limit::Assumptions(assumptions), assumptions),
            beyond(&base, "teams", Limit::Teams(teams), teams),
        ]
    };
    let v1::Scenario { criteria, options, assumptions, teams, rounds, .. } = file;
    let top = body(Path::default(), criteria.len(), options.len(), assumptions.len(), teams.len());
    let all = beyond(&Path::default(), "rounds", Limit::Rounds(rounds.len()), rounds.len());
    let few = if all.is_some() { &[][..] } else { rounds.as_slice() };
    let within = few.iter().enumerate().flat_map(|(index, round)| {
        body(
            Path::field("rounds").index(index),
            round.criteria.len(),
            round.options.len(),
            round.assumptions.len(),
            round.teams.len(),
        )
    });
    top.into_iter().chain([all]).chain(within).flatten().collect()
}

fn unreadable(kind: FaultKind) -> Unreadable {
    Unreadable {
        faults: vec![Fault { path: None, at: None, kind }],
        text: String::new(),
        secret: Secret::default(),
    }
}

/// The text of a file: UTF-8, its byte-order mark dropped and its line ends made one. Else the
/// fault, and the text before it.
fn decode(bytes: &[u8]) -> Result<String, (Fault, String)> {
    let fault = |fault, at| Fault { path: None, at, kind: FaultKind::Syntax(fault) };
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // Without a mark, UTF-16 shows by a NUL in every other byte.
    if matches!(
        bytes,
        [0xFF, 0xFE, ..]
            | [0xFE, 0xFF, ..]
            | [0, 1..=255, 0, 1..=255, ..]
            | [1..=255, 0, 1..=255, 0, ..]
    ) {
        return Err((fault(SyntaxFault::Utf16, None), String::new()));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.replace("\r\n", "\n"),
        Err(error) => {
            let valid =
                String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default())
                    .replace("\r\n", "\n");
            let at = Outline::new(&valid).place_at(valid.len());
            return Err((fault(SyntaxFault::NotUtf8, Some(at)), valid));
        }
    };
    if let Some(at) = text.find('\0') {
        let at = Outline::new(&text).place_at(at);
        return Err((fault(SyntaxFault::NulByte, Some(at)), text));
    }
    if text.trim().is_empty() {
        return Err((fault(SyntaxFault::Empty, None), text));
    }
    Ok(text)
}

/// RON as the file uses it.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn mirror(text: &str, outline: &Outline) -> Result<v1::Scenario, Fault> {
    if outline.is_empty() {
        return Err(Fault {
            path: None,
            at: Some(outline.place_at(0)),
            kind: FaultKind::Syntax(SyntaxFault::Empty),
        });
    }
    if let Some((format, at)) = outline.top_value("format")
        && format != FORMAT.to_string()
    {
        let newer = format.parse::<u64>().ok().filter(|format| *format > u64::from(FORMAT));
        let kind =
            newer.map_or_else(|| FaultKind::NoSuchFormat(quoted(format)), FaultKind::NewerFormat);
        return Err(Fault { path: Some(Path::field("format")), at: Some(at), kind });
    }
    options().from_str(text).map_err(|error| located(error, text, outline))
}
