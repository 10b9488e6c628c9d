import Domain
import Services

/// What is said of checks and entries.
extension Report {
  func checked(_ receipt: Receipt, copying: Bool) -> String {
    guard case .checked(let receipt) = receipt, let code = receipt.code else { return "" }
    if copying { return context.words("report.receipt_copied", ["receipt": code.text]) }
    let verdict = context.words["check.conclusion.\(receipt.verdict.rawValue)"]
    return context.words("report.checked", ["receipt": code.text, "verdict": verdict])
  }

  func entered(_ form: CustomerForm, instead old: Subject?, _ receipt: Receipt) -> String {
    guard case .entered(let id) = receipt else { return "" }
    guard let old else {
      return context.words("report.entered", ["customer": form.name.cut(to: 40), "code": id.code])
    }
    return context.words(
      "report.entered.instead",
      ["customer": form.name.cut(to: 24), "code": id.code, "old": old.name.cut(to: 16)])
  }

  func answered(_ answer: ApplicationAnswer, _ name: String) -> String {
    switch answer {
    case .enter: named(name, "report.answered.enter")
    case .grant: named(name, "report.answered.grant")
    case .refuse: named(name, "report.answered.refuse")
    }
  }

  func named(_ name: String, _ key: String) -> String {
    context.words(key, ["customer": name.cut(to: 30)])
  }
}
