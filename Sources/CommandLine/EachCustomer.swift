import Domain
import Services

/// The customers that a command was given, by code or id: one, several parted by commas, or with `-` the first word of
/// each line of standard input, so that the answer of another command can be piped in.
struct CustomerOperand {
  let typed: [String]
  /// How the answer is told: of one as ever, of several with what was done and what refused.
  let isOfSeveral: Bool
  /// Of what is piped in, a number alone is anything but a customer: how many are left, an amount.
  private let isPiped: Bool

  init(_ text: String) throws(UsageError) {
    let words = text == "-" ? CustomerOperand.read() : text.split(separator: ",").map(String.init)
    isPiped = text == "-"
    typed = words.isEmpty && !isPiped ? [text] : CustomerOperand.once(words, isPiped: isPiped)
    isOfSeveral = isPiped || typed.count > 1
    if typed.isEmpty { throw .missing(Operand.customers.name) }
  }

  func customer(_ typed: String) throws -> CustomerID {
    if isPiped && !CustomerOperand.isCode(typed) { throw Refusal.unknownCustomer(typed) }
    return try CustomerID(typed: typed)
  }

  private static func read() -> [String] {
    var words: [String] = []
    while let line = readLine() {
      guard let word = line.split(whereSeparator: \.isWhitespace).first.map(String.init) else { continue }
      // What a list says below its rows: `94 more: raise --limit`.
      let isRemark = !isCode(word) && !line.contains("\t") && word.count < line.count
      if !isRemark { words.append(word) }
    }
    return words
  }

  private static func isCode(_ word: String) -> Bool {
    word.first?.lowercased() == "k" && CustomerID(codeOrID: word) != nil
  }

  private static func once(_ words: [String], isPiped: Bool) -> [String] {
    var known: Set<String> = []
    return words.filter { known.insert(code($0, isPiped: isPiped)).inserted }
  }

  /// As it is told; what is none as it was typed.
  func code(_ typed: String) -> String { CustomerOperand.code(typed, isPiped: isPiped) }

  private static func code(_ typed: String, isPiped: Bool) -> String {
    isPiped && !isCode(typed) ? typed : CustomerID(codeOrID: typed)?.code ?? typed
  }
}

extension Invocation {
  func customers() throws -> CustomerOperand {
    try CustomerOperand(arguments.operand(0) ?? "")
  }

  /// The same act on each: each has its own transaction, so that others work between them, and one refusal stops none of
  /// the others. The exit status is 1 where any was refused.
  ///
  /// - Parameter act: given the customer and its place among all.
  func onEach(
    _ customers: CustomerOperand, _ act: (CustomerID, _ place: Int) throws -> Reply
  ) throws -> Reply {
    guard customers.isOfSeveral else { return try act(customers.customer(customers.typed[0]), 0) }
    var answer = AnswerOfSeveral()
    for (place, typed) in customers.typed.enumerated() {
      do {
        let id = try customers.customer(typed)
        answer.add(try act(id, place))
      } catch let refusal as Refusal {
        answer.refuse(customers.code(typed), errors.describe(refusal))
      } catch let failure as DatabaseFailure where !answer.isEmpty {
        // What was done is told all the same.
        for left in customers.typed[place...] {
          answer.refuse(customers.code(left), errors.describe(failure))
        }
        break
      }
    }
    return answer.reply
  }

  /// One act on all of several, which is taken back as one; what none of them is refuses itself.
  ///
  /// - Parameter act: returns what was done, and what it refused.
  func onAll(
    _ customers: CustomerOperand,
    _ act: ([CustomerID]) throws -> (done: [Reply], refused: [(CustomerID, (code: String, message: String))])
  ) throws -> Reply {
    var (answer, ids): (AnswerOfSeveral, [CustomerID]) = (AnswerOfSeveral(), [])
    for typed in customers.typed {
      do { ids.append(try customers.customer(typed)) } catch let refusal as Refusal {
        answer.refuse(customers.code(typed), errors.describe(refusal))
      }
    }
    guard !ids.isEmpty else { return answer.reply }
    let (done, refused) = try act(ids)
    done.forEach { answer.add($0) }
    refused.forEach { answer.refuse($0.0.code, $0.1) }
    return answer.reply
  }

  func onEach(_ act: (CustomerID) throws -> Reply) throws -> Reply {
    try onEach(customers()) { id, _ in try act(id) }
  }
}

/// What came of an act on several customers.
private struct AnswerOfSeveral {
  private var done: [Reply.Item] = []
  private var refused: [(code: String, reason: String, message: String)] = []

  var isEmpty: Bool { done.isEmpty && refused.isEmpty }

  mutating func add(_ reply: Reply) { done += reply.items }

  mutating func refuse(_ typed: String, _ error: (code: String, message: String)) {
    refused.append((typed, error.code, error.message))
  }

  var reply: Reply {
    let refusals = refused.map { refused in
      JSONOutput.object([
        "code": .text(refused.code), "reason": .text(refused.reason), "message": .text(refused.message),
      ])
    }
    let lines = done.map(\.text) + refused.map { Reply.inOneLine("\($0.code): \($0.message)") }
    var reply = Reply(
      ["done": .list(done.map(\.json)), "refused": .list(refusals)], text: lines.joined(separator: "\n"))
    reply.status = refused.isEmpty ? 0 : 1
    return reply
  }
}
