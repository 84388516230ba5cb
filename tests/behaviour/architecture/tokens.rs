//! Reads what has no grammar: the tokens of a macro or an attribute.
//!
//! Only a macro itself knows what its tokens mean, so a path, a literal and a call of a macro are taken as they
//! stand, at any depth; groups of paths (`a::{b, c}`) are written out.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::Lit;

/// What stands in tokens.
#[derive(Default)]
pub struct Found {
    /// Every path, as it is written.
    pub paths: BTreeSet<String>,
    /// Every literal, in order.
    pub literals: Vec<Lit>,
    /// The last part of the name of every macro that is called.
    pub macros: BTreeSet<String>,
}

/// Reads tokens and those of their groups.
pub fn read(stream: TokenStream) -> Found {
    let mut found = Found::default();
    walk(stream, "", &mut found);
    found
}

/// Reads tokens in which every path continues `before`, which may be empty.
fn walk(stream: TokenStream, before: &str, found: &mut Found) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Ident(_) => {
                at = path(&tokens, at, before, found);
                continue;
            }
            TokenTree::Group(group) => walk(group.stream(), "", found),
            TokenTree::Literal(literal) if !is_field(&tokens[..at]) => {
                found.literals.push(Lit::new(literal.clone()));
            }
            TokenTree::Literal(_) | TokenTree::Punct(_) => {}
        }
        at += 1;
    }
}

/// Reads the path that begins at a token, and gives the token after it.
fn path(tokens: &[TokenTree], from: usize, before: &str, found: &mut Found) -> usize {
    let (mut read, mut at) = (before.to_owned(), from);
    while let Some(TokenTree::Ident(part)) = tokens.get(at) {
        read = if read.is_empty() { part.to_string() } else { format!("{read}::{part}") };
        at += 1;
        if is_mark(tokens.get(at), '!') && matches!(tokens.get(at + 1), Some(TokenTree::Group(_))) {
            found.macros.insert(part.to_string());
        }
        if !(is_mark(tokens.get(at), ':') && is_mark(tokens.get(at + 1), ':')) {
            break;
        }
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(_)) => at += 2,
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                walk(group.stream(), &read, found);
                return at + 3;
            }
            _ => break,
        }
    }
    found.paths.insert(read.trim_end_matches("::self").to_owned());
    at
}

/// Whether the number after these tokens is that of a field: behind one dot (`a.0`), not two (`1..2`).
fn is_field(before: &[TokenTree]) -> bool {
    is_mark(before.last(), '.') && !before.len().checked_sub(2).is_some_and(|at| is_mark(before.get(at), '.'))
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn paths_are_written_out_at_any_depth() {
        let found =
            read("f(a::b, [c::{d, e::{self, f}}]) => { g::<h::i>(x.0, 1..2) j!(k) }".parse().unwrap());
        for path in ["a::b", "c::d", "c::e", "c::e::f", "h::i", "k"] {
            assert!(found.paths.contains(path), "{path} is not in {:?}", found.paths);
        }
        assert_eq!(found.literals.len(), 2);
        assert_eq!(found.macros, ["j".to_owned()].into());
    }
}
