import Domain
import Services

/// What a line of text is written for.
enum LinePurpose: Sendable {
  /// For the holder of somebody else's customer: what was learned of it (R5.3).
  case tell(Subject, holder: String)
  /// Why a collision is judged against who has the customer (R5.7).
  case judge(Dispute, Judgement)
  /// The other of a pair, by its code or a number of it (R3.10).
  case pair(Subject)
  /// Why tomorrow's list is handed in short (R7.5).
  case submit(ListFigures)
  /// What an agent's list lacks, for him to read (R8.2).
  case sendBack(EveningLine)
  /// On which day, for how much, or why an order goes a step further (R8.7).
  case order(OrderQueue.Line, OrderStep)

  /// The customer it is about; nil where it is about none.
  var subject: Subject? {
    switch self {
    case .tell(let subject, _), .pair(let subject): subject
    case .judge(let dispute, _): Subject(dispute)
    case .order(let line, _): Subject(line)
    case .submit, .sendBack: nil
    }
  }

  func title(_ context: Context) -> String {
    guard let subject else { return context.words["line.\(name).title"] }
    return context.words("customer.title", ["name": subject.name, "code": subject.id.code])
  }

  /// As the keys of its words name it.
  var name: String {
    switch self {
    case .tell: "tell"
    case .judge: "judge"
    case .pair: "pair"
    case .submit: "submit"
    case .sendBack: "send_back"
    case .order(_, let step): "order_\(step.rawValue)"
    }
  }

  /// Support may judge without a word.
  var needsText: Bool {
    if case .judge = self { return false }
    return true
  }

  func errand(_ text: String) -> any Errand {
    switch self {
    case .tell(let subject, _): TellErrand(subject: subject, text: text)
    case .judge(let dispute, let judgement): JudgeErrand(dispute: dispute, judgement: judgement, remark: text)
    case .pair(let subject): PairErrand(subject: subject, text: text)
    case .submit: SubmitErrand(reason: text)
    case .sendBack(let line): SendBackErrand(line: line, remark: text)
    case .order(let line, let step): OrderStepErrand(line: line, step: step, text: text)
    }
  }

  /// What is to be known of it while it is written.
  func facts(_ context: Context) -> [String] {
    switch self {
    case .tell(_, let holder): [context.words("line.tell.fact", ["who": holder])]
    case .judge(let dispute, let judgement):
      DisputeWords(context).lines(dispute) + [context.words["line.judge.\(judgement.rawValue)"]]
    case .pair: [context.words["line.pair.fact"]]
    case .sendBack(let line):
      [ListWords.text("line.send_back.fact", line.figures, context, ["name": line.agent.name])]
    case .order(let line, let step):
      [
        context.words(
          "order.queue.fact",
          ["id": String(line.id.value), "order": context.wording.lineWithoutState(of: line.order)]),
        context.words["line.order_\(step.rawValue).fact"],
      ]
    case .submit(let figures): [ListWords.text("line.submit.fact", figures, context)]
    }
  }
}

extension Subject {
  init(_ dispute: Dispute) { self.init(dispute.customer, name: dispute.customerName) }
}
