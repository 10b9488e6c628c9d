import Domain
import Services
import TerminalKit

/// The lists of the check in words: receipts, support tasks, what support has to answer.
struct CheckItemWords {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  func columns(_ choice: CheckChoice) -> [Column] {
    let words = context.words
    let name = Column(
      words["library.head.customer"], minimum: 20, ideal: 28, shrinkPriority: 1, stretches: true)
    switch choice {
    case .entry: return []
    case .receipts:
      return [
        Column(words["check.head.receipt"], ideal: 12, isEssential: true),
        Column(words["check.head.at"], ideal: 11),
        Column(words["check.head.searched"], minimum: 20, ideal: 30, shrinkPriority: 1, stretches: true),
        Column(words["check.verdict"], minimum: 8, ideal: 16),
      ]
    case .tasks:
      return [
        Column(words["check.head.state"], ideal: words.language == .chinese ? 10 : 17, isEssential: true),
        name,
        Column(words["check.head.asked"], ideal: 11),
        Column(words["check.head.until"], ideal: dueColumns, isEssential: true),
      ]
    case .queue:
      return [
        name, Column(words["check.head.applicant"], minimum: 8, ideal: 13),
        Column(words["check.head.asked"], ideal: 11),
        Column(words["check.head.answer_by"], ideal: dueColumns, isEssential: true),
      ]
    case .judgements: return DisputeWords(context).columns
    }
  }

  /// `明 24:00`, `tomorrow 24:00`
  private var dueColumns: Int { context.words.language == .chinese ? 11 : 14 }

  func row(_ item: CheckItem, in choice: CheckChoice, isSelected: Bool) -> TableRow {
    let isLate =
      choice == .queue && item.application?.isOverdue(at: context.now) ?? false
      || item.dispute.map { $0.judgeBy <= context.now } ?? false
    return TableRow(
      texts(item, choice).map { StyledText($0) },
      gutter: Gutter(isSelected: isSelected, sign: isLate ? "!!" : "", signStyle: .today))
  }

  private func texts(_ item: CheckItem, _ choice: CheckChoice) -> [String] {
    if choice == .receipts, let receipt = item.receipt {
      let verdict = context.wording.text(of: receipt.verdict, because: receipt.reason)
      let searched = ([receipt.name] + receipt.numbers).filter { !$0.isEmpty }.joined(separator: " ")
      return [receipt.code.text, short(receipt.at), searched, verdict]
    }
    if let dispute = item.dispute { return DisputeWords(context).cells(dispute) }
    guard let application = item.application else { return [] }
    let asked = short(application.askedAt)
    if choice == .tasks {
      let until =
        application.task(at: context.now)?.until ?? (isOpen(application) ? application.answerBy : nil)
      return [
        state(application), application.entry.name, asked,
        until.map { context.wording.due($0, at: context.now) } ?? "",
      ]
    }
    let applicant = application.applicant
    return [
      application.entry.name, "\(applicant.department) \(applicant.name)", asked,
      context.wording.due(application.answerBy, at: context.now),
    ]
  }

  private func short(_ moment: Instant) -> String { context.wording.short(moment, at: context.now) }

  private func isOpen(_ application: Application) -> Bool { application.state(at: context.now) == .open }

  private func state(_ application: Application) -> String {
    context.words["application.state.\(application.state(at: context.now).rawValue)"]
  }

  /// What there is to know of the selected line, and what is to be done about it.
  func lines(_ item: CheckItem) -> [String] {
    guard let application = item.application else { return [] }
    let entry = application.entry
    let answer = application.answer.map {
      context.words(
        "check.answered", ["name": $0.by.name, "time": short($0.at), "reason": $0.reason])
    }
    return [
      numbers(entry),
      "\(context.words["check.field.remark"]) \(entry.remark)", answer ?? "",
    ].filter { !$0.isEmpty }
  }

  /// `电话 0512-6000 0041  传真 无  地址 苏州`
  func numbers(_ entry: Application.Entry) -> String {
    [("phone", entry.landline), ("fax", entry.fax), ("mobile", entry.mobile), ("address", entry.address)]
      .filter { !$0.1.isEmpty }.map { "\(context.words["check.field.\($0.0)"]) \($0.1)" }
      .joined(separator: "  ")
  }

  /// `去录入: 到 11-30 24:00 为止, 只这一家, 只一次`
  func whatNext(_ application: Application) -> String {
    let key = "check.todo.\(application.state(at: context.now).rawValue)"
    let until = application.task(at: context.now)?.until ?? application.answerBy
    let due = context.wording.due(until, at: context.now)
    let rename =
      application.wrongName.map {
        context.words("check.todo.put_name_right", ["name": $0, "until": due])
      } ?? ""
    return context.words(
      key,
      [
        "until": due, "reason": application.answer?.reason ?? "",
        "rename": rename,
      ])
  }
}
