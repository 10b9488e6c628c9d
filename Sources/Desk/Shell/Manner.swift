/// How somebody sits at the desk, as he or the site has said when it was opened.
package struct Manner: Sendable {
  /// For a screen reader (S65): no lines, bars and halves, and what changes is said in the message row.
  package let isPlain: Bool
  /// Nothing of the host is reached from the screens, neither an editor nor files: for accounts that have no shell.
  package let isRestricted: Bool

  package init(isPlain: Bool = false, isRestricted: Bool = false) {
    self.isPlain = isPlain
    self.isRestricted = isRestricted
  }
}
