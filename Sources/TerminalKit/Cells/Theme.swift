/// What each meaning looks like, read from a table of tab-separated fields: meaning, foreground, background, attributes,
/// and the attributes where there are no colours. Lines that start with `#` are comments, the first other line names
/// the columns; `-` stands for nothing, or for the terminal's own colour.
package struct Theme: Sendable, Equatable {
  /// The eight that every terminal with colours has, by their ANSI numbers.
  package enum Color: Int16, CaseIterable, Sendable {
    case black, red, green, yellow, blue, magenta, cyan, white
  }

  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)

    fileprivate static let named: [String: Attributes] = [
      "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse,
    ]
  }

  package struct Entry: Hashable, Sendable {
    /// nil for the terminal's own.
    package var foreground: Color?
    package var background: Color?
    package var attributes: Attributes = []
    package var withoutColors: Attributes = []
  }

  private var entries: [Entry]

  package subscript(style: Style) -> Entry { entries[Int(style.rawValue)] }

  /// - Throws: `ThemeProblem`.
  package init(_ table: String) throws {
    var found = [Entry?](repeating: nil, count: Style.allCases.count)
    var hasHead = false
    for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard hasHead else {
        hasHead = true
        continue
      }
      let (style, entry) = try Theme.read(line, number: index + 1)
      guard found[Int(style.rawValue)] == nil else {
        throw ThemeProblem(line: index + 1, kind: .twice("\(style)"))
      }
      found[Int(style.rawValue)] = entry
    }
    entries = try Style.allCases.map { style in
      guard let entry = found[Int(style.rawValue)] else {
        throw ThemeProblem(line: nil, kind: .missing("\(style)"))
      }
      return entry
    }
  }

  /// For who has the screen read aloud: no patches, no bars.
  package var plain: Theme {
    var plain = self
    for index in entries.indices {
      plain.entries[index] = Entry(
        attributes: entries[index].attributes.subtracting(.reverse),
        withoutColors: entries[index].withoutColors.subtracting(.reverse))
    }
    return plain
  }

  private static func read(_ line: Substring, number: Int) throws -> (Style, Entry) {
    func problem(_ kind: ThemeProblem.Kind) -> ThemeProblem { ThemeProblem(line: number, kind: kind) }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 5 else { throw problem(.fields(fields.count)) }
    guard let style = Style.allCases.first(where: { "\($0)" == fields[0] }) else {
      throw problem(.unknown(fields[0]))
    }
    func color(_ name: String) throws -> Color? {
      if name == "-" { return nil }
      guard let color = Color.allCases.first(where: { "\($0)" == name }) else {
        throw problem(.unknown(name))
      }
      return color
    }
    func attributes(_ names: String) throws -> Attributes {
      if names == "-" { return [] }
      return try names.split(separator: ",").reduce(into: []) { all, name in
        guard let attribute = Attributes.named[String(name)] else { throw problem(.unknown(String(name))) }
        all.formUnion(attribute)
      }
    }
    let entry = Entry(
      foreground: try color(fields[1]), background: try color(fields[2]),
      attributes: try attributes(fields[3]), withoutColors: try attributes(fields[4]))
    return (style, entry)
  }
}

/// Why a theme can't be used, in one line.
package struct ThemeProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: Hashable, Sendable {
    case fields(Int)
    case unknown(String)
    case twice(String)
    case missing(String)
  }

  /// nil where it is about no line.
  package let line: Int?
  package let kind: Kind

  package var description: String {
    let place = line.map { "theme.tsv, line \($0): " } ?? "theme.tsv: "
    return switch kind {
    case .fields(let count): place + "5 fields are wanted, there are \(count)"
    case .unknown(let name): place + "nothing here is called \(name)"
    case .twice(let name): place + "\(name) is there already"
    case .missing(let name): place + "\(name) is missing"
    }
  }
}
