import Domain
import Services

/// Makes today a day of visits, or of calls again (R7.4).
struct VisitDayErrand: Errand {
  let isOn: Bool

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Day {
    try SetVisitDay(isOn).perform(by: actor, at: now, in: house)
  }

  func report(_ day: Day, _ context: Context) -> String? {
    context.words(
      isOn ? "visit_day.on" : "visit_day.off", ["date": context.wording.date(day, today: context.today)])
  }

  func undo(_ day: Day) -> Undo? { Undo(back: VisitDayErrand(isOn: !isOn), again: self) }
}
