import TerminalKit

extension [Subject] {
  /// A line with how many they are, and the first of them by name, as many as there is room for (M30).
  ///
  /// - Parameter key: of the line for several; `.one` of it for a single one.
  func named(in key: String, _ context: Context) -> String {
    guard count > 1 else {
      return FittedLine(context).with(first?.name ?? "") { context.words("\(key).one", ["customers": $0]) }
    }
    let lines = (1...Swift.min(count, 3)).map { shown in
      let names = prefix(shown).map(\.name).joined(separator: ", ")
      let more = shown < count ? context.words["list.and_more"] : ""
      return context.words(key, ["count": String(count), "customers": names + more])
    }
    return lines.last { TextWidth.of($0) <= context.frame.size.columns } ?? lines[0]
  }
}
