import TerminalKit

/// What a digit takes in row 2: a view with its count, or something that is laid over the pane.
struct ViewItem: Sendable {
  let digit: Int
  let name: String
  /// Where room is short; the whole name where there is no other.
  let short: String
  var count: Int?
  var isInForce = false

  /// - Parameter key: of its name; `.short` of it is the other, where there is one.
  init(_ digit: Int, named key: String, _ context: Context) {
    let short = "\(key).short"
    let name = context.words[key]
    self.init(digit, name: name, short: context.words.has(short) ? context.words[short] : name)
  }

  init(_ digit: Int, name: String, short: String? = nil) {
    self.digit = digit
    self.name = name
    self.short = short ?? name
  }

  /// How much of an item is said, from all of it to its digit: nothing is cut in the middle (principle 13).
  enum Form {
    case spaced, close, short, uncounted, bare

    /// Those that all items can have.
    static let whole: [Form] = [.spaced, .close, .short, .uncounted]
  }

  func choice(_ form: Form, isEnglish: Bool) -> Choice {
    let gap = isEnglish && form == .spaced ? " " : ""
    let form = isInForce && [.uncounted, .bare].contains(form) ? .short : form
    let count = count.map { (isEnglish ? " " : "") + String($0) } ?? ""
    let text =
      switch form {
      case .spaced, .close: gap + name + count
      case .short: short + count
      case .uncounted: short
      case .bare: ""
      }
    return Choice("\(digit)\(text)", isInForce: isInForce)
  }

  static func choices(_ items: [ViewItem], _ form: Form, isEnglish: Bool) -> [Choice] {
    items.map { $0.choice(form, isEnglish: isEnglish) }
  }

  /// As much of each as there is room for beside a text, of which more than half the row is cut rather than they. Where
  /// even the short names are too many, the first ones have theirs.
  static func fitted(
    _ items: [ViewItem], beside text: String, in columns: Int, isEnglish: Bool
  ) -> [Choice] {
    let right = String(repeating: " ", count: min(TextWidth.of(text), columns / 2))
    for form in Form.whole {
      let all = choices(items, form, isEnglish: isEnglish)
      if ChoiceRow.fits(all, beside: right, in: columns) { return all }
    }
    var shown = choices(items, .bare, isEnglish: isEnglish)
    for index in items.indices {
      var more = shown
      more[index] = items[index].choice(.uncounted, isEnglish: isEnglish)
      if !ChoiceRow.fits(more, beside: right, in: columns) { break }
      shown = more
    }
    return shown
  }
}
