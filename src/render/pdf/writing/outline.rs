//! Writes the outline of a file: the bookmarks that a viewer shows beside its pages (ISO 32000-1, 12.3.3).
//!
//! It knows nothing of letters: a list of titles and places becomes objects. The headings of a letter and the letters of a
//! print stream both go through it.

use super::file::File;
use super::objects::{Ref, Text};
use crate::render::a4::HEIGHT;
use crate::render::length::{Length, points};
use std::fmt::Write as _;
use std::io::{self, Write};

/// A bookmark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// What a viewer shows.
    pub title: String,
    /// Its depth: 1 at the outside. One that is deeper than the bookmark before it stands below that one.
    pub level: u8,
    /// The object of the page that it leads to.
    pub page: Ref,
    /// The height on that page, from its top; `None` for the whole page.
    pub top: Option<Length>,
    /// Whether what stands below it is hidden until a reader opens it.
    pub closed: bool,
}

impl Bookmark {
    /// A bookmark at the outside that leads to a whole page.
    #[must_use]
    pub const fn to_page(title: String, page: Ref) -> Self {
        Self { title, level: 1, page, top: None, closed: false }
    }
}

/// The neighbours of a bookmark, by their places in the list.
#[derive(Clone, Copy, Default)]
struct Kin {
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// How many stand below it, at any depth, but not below a closed one there.
    below: usize,
    /// Whether it stands below a closed one.
    hidden: bool,
}

/// Writes the bookmarks and returns the object that the catalog names as `Outlines`; `None` where there are none.
///
/// # Errors
/// Writing to the output fails.
pub fn write<W: Write>(file: &mut File<W>, bookmarks: &[Bookmark]) -> io::Result<Option<Ref>> {
    let kin = kin(bookmarks);
    let outside = |place: &usize| kin[*place].parent.is_none();
    let Some(first) = (0..bookmarks.len()).find(outside) else { return Ok(None) };
    let last = (0..bookmarks.len()).rfind(outside).unwrap_or(first);
    let root = file.reserve();
    let objects: Vec<Ref> = bookmarks.iter().map(|_| file.reserve()).collect();
    for ((bookmark, kin), object) in bookmarks.iter().zip(&kin).zip(&objects) {
        let parent = kin.parent.map_or(root, |place| objects[place]);
        file.appended(*object, |out| {
            let _ = write!(out, "<</Title{}/Parent {parent}", Text(&bookmark.title));
            for (name, place) in
                [("Prev", kin.previous), ("Next", kin.next), ("First", kin.first), ("Last", kin.last)]
            {
                if let Some(place) = place {
                    let _ = write!(out, "/{name} {}", objects[place]);
                }
            }
            if kin.below > 0 {
                // A negative count says that they are hidden.
                let sign = if bookmark.closed { "-" } else { "" };
                let _ = write!(out, "/Count {sign}{}", kin.below);
            }
            let _ = match bookmark.top {
                Some(top) => {
                    write!(out, "/Dest[{}/XYZ null {} null]>>", bookmark.page, points(HEIGHT - top))
                }
                None => write!(out, "/Dest[{}/Fit]>>", bookmark.page),
            };
        })?;
    }
    let (first, last) = (objects[first], objects[last]);
    let count = kin.iter().filter(|kin| !kin.hidden).count();
    file.object(root, format_args!("<</Type/Outlines/First {first}/Last {last}/Count {count}>>"))?;
    Ok(Some(root))
}

/// The neighbours of each bookmark.
fn kin(bookmarks: &[Bookmark]) -> Vec<Kin> {
    let mut kin = vec![Kin::default(); bookmarks.len()];
    // The bookmarks that the next one may stand below or beside: the last one of each depth.
    let mut open: Vec<usize> = Vec::new();
    for (place, bookmark) in bookmarks.iter().enumerate() {
        let mut previous = None;
        while let Some(&last) = open.last()
            && bookmarks[last].level >= bookmark.level
        {
            previous = open.pop();
        }
        kin[place].previous = previous;
        if let Some(previous) = previous {
            kin[previous].next = Some(place);
        }
        kin[place].parent = open.last().copied();
        if let Some(parent) = kin[place].parent {
            kin[parent].first.get_or_insert(place);
            kin[parent].last = Some(place);
        }
        kin[place].hidden = open.iter().any(|&above| bookmarks[above].closed);
        for &above in open.iter().rev() {
            kin[above].below += 1;
            if bookmarks[above].closed {
                break;
            }
        }
        open.push(place);
    }
    kin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(levels: &[u8]) -> String {
        let mut file = File::in_memory();
        let page = file.reserve();
        let bookmark = |&level: &u8| Bookmark { level, ..Bookmark::to_page(format!("T{level}"), page) };
        let bookmarks: Vec<Bookmark> = levels.iter().map(bookmark).collect();
        let root = write(&mut file, &bookmarks).unwrap();
        assert_eq!(root.is_none(), levels.is_empty());
        file.text().to_owned()
    }

    #[test]
    fn no_bookmarks_are_no_outline() {
        assert_eq!(written(&[]), "");
    }

    #[test]
    fn bookmarks_beside_each_other_name_their_neighbours() {
        assert_eq!(
            written(&[1, 1]),
            "<</Title(T1)/Parent 2 0 R/Next 4 0 R/Dest[1 0 R/Fit]>>\n\
             <</Title(T1)/Parent 2 0 R/Prev 3 0 R/Dest[1 0 R/Fit]>>\n\
             <</Type/Outlines/First 3 0 R/Last 4 0 R/Count 2>>\n"
        );
    }

    #[test]
    fn a_deeper_bookmark_stands_below_the_one_before_it() {
        let text = written(&[1, 2, 3, 2, 1]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[0],
            "<</Title(T1)/Parent 2 0 R/Next 7 0 R/First 4 0 R/Last 6 0 R/Count 3/Dest[1 0 R/Fit]>>"
        );
        assert_eq!(
            lines[1],
            "<</Title(T2)/Parent 3 0 R/Next 6 0 R/First 5 0 R/Last 5 0 R/Count 1/Dest[1 0 R/Fit]>>"
        );
        assert_eq!(lines[2], "<</Title(T3)/Parent 4 0 R/Dest[1 0 R/Fit]>>");
        assert_eq!(lines[3], "<</Title(T2)/Parent 3 0 R/Prev 4 0 R/Dest[1 0 R/Fit]>>");
        assert_eq!(lines[5], "<</Type/Outlines/First 3 0 R/Last 7 0 R/Count 5>>");
    }

    #[test]
    fn what_stands_below_a_closed_bookmark_does_not_count_above_it() {
        let mut file = File::in_memory();
        let page = file.reserve();
        let bookmark = |&(level, closed): &(u8, bool)| Bookmark {
            level,
            closed,
            ..Bookmark::to_page("T".to_owned(), page)
        };
        let bookmarks: Vec<Bookmark> =
            [(1, false), (2, true), (3, false), (3, false), (2, false)].iter().map(bookmark).collect();
        write(&mut file, &bookmarks).unwrap();
        let counts: Vec<&str> =
            file.text().lines().filter_map(|line| Some(line.split_once("/Count ")?.1)).collect();
        assert_eq!(counts, ["2/Dest[1 0 R/Fit]>>", "-2/Dest[1 0 R/Fit]>>", "3>>"]);
    }

    #[test]
    fn a_place_on_a_page_counts_from_its_foot() {
        let mut file = File::in_memory();
        let page = file.reserve();
        let bookmark = Bookmark { top: Some(HEIGHT - 72_000), ..Bookmark::to_page("é".to_owned(), page) };
        write(&mut file, &[bookmark]).unwrap();
        assert!(
            file.text().starts_with("<</Title<FEFF00E9>/Parent 2 0 R/Dest[1 0 R/XYZ null 72.00 null]>>"),
            "{}",
            file.text()
        );
    }
}
