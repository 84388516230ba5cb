//! A part of an address: what stands on a line of its own if there is room, in full and in shorter forms.

use super::line_breaks::Breaker;

/// A part of an address, with the path of the fact that it shows.
#[derive(Clone)]
pub(super) struct Part {
    /// Its words in pieces, in full and then ever shorter.
    forms: Vec<Vec<String>>,
    /// The path of the fact.
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it may go on behind the part before it, where lines are few.
    pub joins: bool,
}

/// What a part of an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A line that stays one: postcode and place, a country.
    Single,
    /// A line that may go on on the next: a location, a street.
    Line,
    /// The name of a person or an office.
    Name,
    /// A gap of a concept, which may begin with a bracket.
    Gap,
}

impl Part {
    /// A line that stays one.
    pub fn single(text: impl Into<String>, path: impl ToString) -> Self {
        Self { forms: vec![vec![text.into()]], path: path.to_string(), kind: Kind::Single, joins: false }
    }

    /// A line that may take more than one.
    pub fn line(text: impl Into<String>, path: impl ToString) -> Self {
        Self { kind: Kind::Line, ..Self::single(text, path) }
    }

    /// What stands in the place of a line that is still to be decided.
    pub fn gap(text: &str, path: impl ToString) -> Self {
        Self { kind: Kind::Gap, ..Self::single(text, path) }
    }

    /// A name in full and in shorter forms, each in pieces: the best place for a line break is between them.
    pub fn name(forms: impl IntoIterator<Item = Vec<String>>, path: impl ToString) -> Self {
        let forms = forms.into_iter().collect();
        Self { forms, path: path.to_string(), kind: Kind::Name, joins: false }
    }

    /// The same part, which may go on behind the one before it where lines are few.
    pub fn joining(self) -> Self {
        Self { joins: true, ..self }
    }

    /// What it begins with in full.
    pub fn begins(&self) -> &str {
        self.forms.first().and_then(|form| form.first()).map_or("", String::as_str)
    }

    /// The number of its forms.
    pub fn forms(&self) -> usize {
        self.forms.len()
    }

    /// Its lines, at most this many, in the longest of its first forms that takes the fewest; `None` if it does not fit so.
    pub fn set(&self, breaker: &Breaker<'_>, forms: usize, most: usize) -> Option<Vec<String>> {
        let most = if matches!(self.kind, Kind::Single | Kind::Gap) { 1 } else { most };
        let mut best: Option<Vec<String>> = None;
        for form in self.forms.iter().take(forms) {
            let set = breaker.lines(form, most);
            if set.as_ref().is_some_and(|set| best.as_ref().is_none_or(|best| set.len() < best.len())) {
                best = set;
            }
            if best.as_ref().is_some_and(|best| best.len() == 1) {
                break;
            }
        }
        best
    }

    /// This part with another behind it, after a comma; a form of the other without words leaves nothing.
    pub fn with(&self, next: &Self) -> Self {
        let form =
            |part: &Self, at: usize| part.forms.get(at).or(part.forms.last()).cloned().unwrap_or_default();
        let joined = (0..self.forms.len().max(next.forms.len())).map(|at| {
            let (mut pieces, mut behind) = (form(self, at), form(next, at));
            if let Some(last) = pieces.last_mut().filter(|_| !behind.is_empty()) {
                last.push(',');
            }
            if let Some(first) = behind.first_mut()
                && let Some(rest) = first.strip_prefix('W').filter(|_| next.kind == Kind::Name)
            {
                // `Wettelijk vertegenwoordiger`, which is no name, begins the line no longer.
                *first = format!("w{rest}");
            }
            pieces.append(&mut behind);
            pieces
        });
        Self { forms: joined.collect(), path: self.path.clone(), kind: self.kind, joins: self.joins }
    }
}
