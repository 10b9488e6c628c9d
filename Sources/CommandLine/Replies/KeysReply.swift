import Assets

/// The keys of the screens, in both languages: one line an act, and for scripts one an act and pane.
struct KeysReply {
  private let lines: [KeyLine]
  private let context: Context

  init(_ lines: [KeyLine], _ context: Context) {
    self.lines = lines
    self.context = context
  }

  var reply: Reply {
    if context.isJSON {
      return Reply(list: lines.map { Reply.Item(json: json($0), text: "") }, whenEmpty: "")
    }
    var reply = Reply(
      list: acts.map { Reply.Item(json: .null, row: row($0)) },
      under: ["keys.keys", "language.zh_Hans", "language.en", "keys.where"].map { context.words[$0] },
      whenEmpty: "")
    reply.footnote = context.words["keys.places"]
    return reply
  }

  private func json(_ line: KeyLine) -> JSONOutput {
    .object([
      "pane": .text(line.pane), "command": .text(line.command), "keys": .list(line.keys.map { .text($0) }),
      "works": .bool(line.isHere), "zh-Hans": .text(KeysReply.chinese[line.help]),
      "en": .text(KeysReply.english[line.help]),
    ])
  }

  // MARK: one line an act

  /// The lines of each act that does something somewhere, in the order in which panes have them. In a form the same keys
  /// do other things: there it is what they do that counts.
  private var acts: [[KeyLine]] {
    var places: [String: Int] = [:]
    var acts: [[KeyLine]] = []
    for line in lines where line.isHere && !line.place.isEmpty {
      let name = line.isForm ? "form \(line.keys.first ?? "")" : line.command
      if let place = places[name] {
        acts[place].append(line)
      } else {
        places[name] = acts.count
        acts.append([line])
      }
    }
    return acts
  }

  private func row(_ act: [KeyLine]) -> [String] {
    let keys = act.flatMap(\.keys).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let word = act.first?.word ?? ""
    let places = act.map(\.place).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return [
      keys.joined(separator: "  "), KeysReply.chinese[word], KeysReply.english[word],
      places.joined(separator: " "),
    ]
  }

  private static let chinese = Words(.chinese)
  private static let english = Words(.english)
}

/// Thrown by the command that tells the keys: the screens know them.
struct KeysWanted: Error {
  let context: Context
}
