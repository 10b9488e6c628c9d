import Domain
import Services
import TestSupport

/// What an agent does for his day.
extension Trail {
  static let days: [Trail] = [
    Trail("DialNumber", ["dial zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try DialNumber(of: customer).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("SetVisitDay", ["set_visit_day zhang -"]) { house in
      { try SetVisitDay(true).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("SetVisitDay again", []) { house in
      let act = SetVisitDay(true)
      try act.perform(by: house.id(.zhang), at: house.now, in: house.house)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("FillTomorrow", ["prepare_list zhang -"]) { house in
      try house.customer(in: .library(of: .zhang))
      return { try house.fillTomorrow() }
    },
    Trail("FillTomorrow of nothing", []) { house in
      { try house.fillTomorrow() }
    },
    Trail("AddToTomorrow", ["prepare_list zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.addTomorrow(customer) }
    },
    Trail("DropFromTomorrow", ["prepare_list zhang -"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      try house.fillTomorrow()
      return { try house.dropTomorrow([customer]) }
    },
    Trail("SubmitTomorrow", ["submit_list zhang -"]) { house in
      try house.customer(in: .library(of: .zhang))
      try house.fillTomorrow()
      return { try house.submitTomorrow(reason: "库里只有一家") }
    },
    Trail("WithdrawTomorrow", ["submit_list zhang -"]) { house in
      try house.customer(in: .library(of: .zhang))
      try house.fillTomorrow()
      try house.submitTomorrow(reason: "库里只有一家")
      return { try house.withdrawTomorrow() }
    },
    Trail("PassList", ["pass_list manager -"]) { house in
      try handedIn(in: house)
      return {
        try PassList(house.id(.zhang)).perform(by: house.id(.manager), at: house.now, in: house.house)
      }
    },
    Trail("ReturnList", ["return_list manager -"]) { house in
      try handedIn(in: house)
      let act = ReturnList(house.id(.zhang), remark: "新的不够")
      return { try act.perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail("TakeAnswerBack", ["pass_list manager -"]) { house in
      try handedIn(in: house)
      try PassList(house.id(.zhang)).perform(by: house.id(.manager), at: house.now, in: house.house)
      return {
        try TakeAnswerBack(house.id(.zhang)).perform(by: house.id(.manager), at: house.now, in: house.house)
      }
    },
    Trail("PassWhole of none", []) { house in
      try handedIn(in: house)
      return { try PassWhole().perform(by: house.id(.director), at: house.now, in: house.house) }
    },
    Trail("CoverPerson", ["cover director -"]) { house in
      let today = house.calendar.day(of: house.now)
      let act = CoverPerson(house.id(.zhang), from: today, to: today, by: house.id(.li))
      return { try act.perform(by: house.id(.director), at: house.now, in: house.house) }
    },
  ]

  private static func handedIn(in house: TestHouse) throws {
    try house.customer(in: .library(of: .zhang))
    try house.fillTomorrow()
    try house.submitTomorrow(reason: "库里只有一家")
  }
}
