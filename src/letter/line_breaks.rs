//! Where a line of an address is broken: where a reader would, else at the last word that fits, else behind a hyphen.

/// Breaks a text into lines that fit.
pub(super) struct Breaker<'a> {
    /// Whether a line fits.
    pub fits: &'a dyn Fn(&str) -> bool,
    /// Whether a line after the first may begin like this.
    pub may_begin: &'a dyn Fn(&str) -> bool,
}

impl Breaker<'_> {
    /// The fewest lines of a text, if those are at most this many. The best place for a break is between its pieces.
    pub fn lines(&self, pieces: &[String], most: usize) -> Option<Vec<String>> {
        let whole = pieces.join(" ");
        if (self.fits)(&whole) {
            return Some(vec![whole]);
        }
        let fewest = self.fewest(&whole).filter(|fewest| *fewest <= most)?;
        if fewest == 2 {
            let mut between = (1..pieces.len()).map(|at| pieces.split_at(at));
            let halves = between.find_map(|(first, second)| {
                let halves = [first.join(" "), second.join(" ")];
                (halves.iter().all(|line| (self.fits)(line)) && self.goes_on(&halves[1])).then_some(halves)
            });
            if let Some(halves) = halves {
                return Some(halves.into());
            }
        }
        let (mut lines, mut rest, mut left) = (Vec::new(), whole.as_str(), fewest);
        while !(self.fits)(rest) {
            left -= 1;
            let (line, after) = self.best(rest, left)?;
            lines.push(line.to_owned());
            rest = after;
        }
        lines.push(rest.to_owned());
        Some(lines)
    }

    /// The first line of a text and what is left of it, where that still fits on this many lines: at the last space
    /// that allows it, else at the last hyphen.
    fn best<'t>(&self, text: &'t str, left: usize) -> Option<(&'t str, &'t str)> {
        let good = |(first, rest): &(&str, &str)| {
            (self.fits)(first) && self.goes_on(rest) && self.fewest(rest).is_some_and(|lines| lines <= left)
        };
        let mut spaces = text.rmatch_indices(' ').map(|(at, _)| (&text[..at], text[at..].trim_start()));
        let mut hyphens = text.rmatch_indices('-').map(|(at, _)| text.split_at(at + 1));
        spaces.find(good).or_else(|| hyphens.find(good))
    }

    /// The number of lines when each takes all that fits; `None` when a word is too wide.
    fn fewest(&self, text: &str) -> Option<usize> {
        let (mut lines, mut rest) = (1, text);
        while !(self.fits)(rest) {
            let breaks = rest.match_indices([' ', '-']).map(|(at, mark)| match mark {
                " " => (&rest[..at], rest[at..].trim_start()),
                _ => rest.split_at(at + 1),
            });
            let fitting = breaks.take_while(|(first, _)| (self.fits)(first));
            rest = fitting.filter(|(first, rest)| !first.is_empty() && self.goes_on(rest)).last()?.1;
            lines += 1;
        }
        Some(lines)
    }

    fn goes_on(&self, line: &str) -> bool {
        !line.is_empty() && !line.starts_with('-') && (self.may_begin)(line)
    }
}
