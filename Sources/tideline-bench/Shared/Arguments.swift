/// The words of a call: a command and options with their values.
struct Arguments {
  struct Problem: Error {
    let message: String
  }

  private var values: [String: String] = [:]

  /// - Parameters:
  ///   - options: those that take a value.
  ///   - flags: those that take none.
  init(_ words: some Sequence<String>, options: [String], flags: [String] = []) throws(Problem) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      if flags.contains(word) {
        values[word] = ""
      } else if options.contains(word), let value = rest.popFirst() {
        values[word] = value
      } else {
        throw Problem(message: "not understood: \(word)")
      }
    }
  }

  func has(_ option: String) -> Bool { values[option] != nil }

  func text(_ option: String) -> String? { values[option] }

  func required(_ option: String) throws(Problem) -> String {
    guard let value = values[option] else { throw Problem(message: "\(option) is missing") }
    return value
  }

  func count(_ option: String) throws(Problem) -> Int? {
    guard let text = values[option] else { return nil }
    guard let count = Int(text), count >= 0 else { throw Problem(message: "no number: \(option) \(text)") }
    return count
  }
}
