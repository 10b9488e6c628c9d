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
  ]
}
