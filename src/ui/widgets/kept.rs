//! What is costly to build and stays the same from frame to frame: charts of a large document.

use std::sync::Arc;

/// A result by which it is: two are the same where they are one in memory. What is held here can't
/// give its place to another.
pub struct Same<T: ?Sized>(pub Arc<T>);

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Something with all that it was built of.
pub struct Kept<K, T> {
    made: Option<(K, T)>,
}

impl<K, T> Default for Kept<K, T> {
    fn default() -> Self {
        Self { made: None }
    }
}

impl<K, T> Kept<K, T> {
    /// What was built last.
    pub fn known(&self) -> Option<&T> {
        self.made.as_ref().map(|(_, known)| known)
    }
}

impl<K: PartialEq, T> Kept<K, T> {
    /// What is built of `key`, which names all that `build` looks at: anew only where that is other
    /// than the last time.
    pub fn get(&mut self, key: K, build: impl FnOnce() -> T) -> &T {
        let kept = self.made.take().filter(|(known, _)| *known == key);
        &self.made.insert(kept.unwrap_or_else(|| (key, build()))).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_built_anew_where_its_key_is_another() {
        let mut kept = Kept::default();
        let mut built = Vec::new();
        for key in [1, 1, 2, 2, 1] {
            assert_eq!(
                *kept.get(key, || {
                    built.push(key);
                    key * 10
                }),
                key * 10
            );
        }
        assert_eq!(built, [1, 2, 1]);
    }

    #[test]
    fn results_are_the_same_where_they_are_one() {
        let one = Arc::new(7);
        assert!(Same(Arc::clone(&one)) == Same(Arc::clone(&one)));
        assert!(Same(one) != Same(Arc::new(7)));
    }
}
