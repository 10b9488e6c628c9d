import Domain
import Services
import TestSupport

/// What an agent does for his day.
extension Trail {
  static let days: [Trail] = [
    Trail("SetVisitDay", ["set_visit_day zhang -"]) { house in
      { try SetVisitDay(true).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("SetVisitDay again", []) { house in
      let act = SetVisitDay(true)
      try act.perform(by: house.id(.zhang), at: house.now, in: house.house)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
  ]
}
