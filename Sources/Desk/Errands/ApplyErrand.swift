import Domain
import Services

/// Applies to support for a company (R5.8).
struct ApplyErrand: Errand {
  let entry: Application.Entry

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try Apply(entry).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.applied", ["customer": entry.name.cut(to: 30)])
  }
}

/// Takes an application back.
struct WithdrawErrand: Errand {
  let application: Application

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try WithdrawApplication(application.id).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.withdrawn", ["customer": application.entry.name.cut(to: 30)])
  }
}

/// Support's answer to an application.
struct AnswerApplicationErrand: Errand {
  private let application: Application
  private let answer: ApplicationAnswer

  init(_ application: Application, _ answer: ApplicationAnswer) {
    self.application = application
    self.answer = answer
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try AnswerApplication(application.id, answer).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.answered.\(said)", ["customer": application.entry.name.cut(to: 30)])
  }

  private var said: String {
    switch answer {
    case .enter: "enter"
    case .grant: "grant"
    case .refuse: "refuse"
    }
  }
}
