//! What other programs do to the open document's file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::effect::{Because, Effect, Source};
use super::event::{Came, Look};
use super::state::{OnDisk, Origin, Reloading};
use super::step::Step;
use crate::session::Draft;
use crate::store::Print;

impl Step {
    /// Somebody looked at the document's file. What a look found that began before the file was
    /// last read or written says nothing.
    pub(super) fn looked(&mut self, look: Look) {
        if self.state.last_save().is_some() {
            return;
        }
        let Some(open) = &mut self.state.open else { return };
        let Origin::File { path, known, .. } = &open.origin else { return };
        if *path == look.path && known.as_ref() == Some(&look.known) {
            open.on_disk = match look.found {
                None => OnDisk::Gone,
                Some(print) if print == look.known => OnDisk::AsKnown,
                Some(print) => OnDisk::Changed(print),
            };
        }
    }

    /// Notes what a save came upon.
    pub(super) fn note_changed(&mut self, path: &Path, print: &Print) {
        if let Some(open) = &mut self.state.open
            && open.origin.path() == Some(path)
        {
            open.on_disk = OnDisk::Changed(print.clone());
        }
    }

    /// The document stays as it is: its next save replaces what another program made of its file,
    /// and nothing that came after that.
    pub(super) fn keep_mine(&mut self) {
        let Some(open) = &mut self.state.open else { return };
        let OnDisk::Changed(print) = &open.on_disk else { return };
        if let Origin::File { known, .. } = &mut open.origin {
            *known = Some(print.clone());
            (open.is_unsure, open.on_disk) = (true, OnDisk::AsKnown);
        }
    }

    pub(super) fn compare_own_file(&mut self) {
        if let Some(path) = self.own_file() {
            self.compare(path);
        }
    }

    pub(super) fn reload(&mut self) {
        if let Some(path) = self.own_file() {
            self.reload_from(&path);
        }
    }

    fn own_file(&self) -> Option<PathBuf> {
        self.state.origin().and_then(Origin::path).map(Path::to_owned)
    }

    /// Reads the document's file, for the document to become that.
    pub(super) fn reload_from(&mut self, path: &Path) {
        let Some(document) = self.document() else { return };
        if self.own_file().as_deref() != Some(path) {
            return;
        }
        let errand = self.errand();
        if let Some(older) = self.state.reloading.take() {
            self.effects.push(Effect::Abandon(older.errand));
        }
        let source = Source::File(path.to_owned());
        let turn = self.state.turn(&source);
        self.effects.push(Effect::Read { errand, source, turn });
        let path = path.to_owned();
        self.state.reloading = Some(Reloading { errand, path, document, is_old: false });
    }

    pub(super) fn read_to_reload(&mut self, read: Reloading, came: Came) {
        if Some(read.document) != self.document() {
            return;
        }
        if read.is_old {
            return self.reload_from(&read.path);
        }
        let found = match came {
            Came::Read(Ok(found)) => found,
            other => return self.not_opened(Source::File(read.path), other),
        };
        let Some(open) = &mut self.state.open else { return };
        let Origin::File { path, has_comments, known, .. } = &mut open.origin else { return };
        if *path != read.path {
            return;
        }
        (*has_comments, *known) = (found.opened.has_comments, found.print);
        (open.is_unsure, open.on_disk) = (false, OnDisk::AsKnown);
        let scenario = Arc::new(found.opened.scenario);
        let because = Because::Reloaded;
        self.effects.push(Effect::PutIn { scenario: Arc::clone(&scenario), because });
        self.effects.push(Effect::MarkSaved(Draft::from(scenario)));
    }
}
