/// A key and what it does, in two or three words.
package struct Hint: Hashable, Sendable {
  package let key: String
  package let text: String
  package let isDisabled: Bool

  package init(key: String, text: String, isDisabled: Bool = false) {
    self.key = key
    self.text = text
    self.isDisabled = isDisabled
  }

  /// `d拨号`, or `(p)` when it cannot be done now.
  package var label: String { isDisabled ? "(\(key)\(text))" : key + text }
}
