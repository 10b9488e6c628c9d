import Assets
import Domain
import Foundation
import Services
import Storage
import TestSupport
import XCTest

/// Acts on what the house keeps, what is asked in it, and what the engine does.
extension Trail {
  static let lists: [Trail] = [
    Trail("CheckCollision", []) { house in
      let act = CheckCollision(CollisionQuery(name: "苏州日东精密电子有限公司"))
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("KeepSeaView", []) { house in
      let act = KeepSeaView(dropping: 7)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("KeepPreferences", ["preferences zhang -"]) { house in
      let act = KeepPreferences(language: "en")
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("MarkAlertsSeen", []) { house in
      let act = MarkAlertsSeen(upTo: AlertID(1))
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("MarkHouseAccount", ["keep_house_accounts director K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.mark(houseAccount: true, customer) }
    },
    Trail("BlockName", ["keep_lists manager -"]) { house in
      { try house.block("苏州某某包装有限公司") }
    },
    Trail("LiftDoNotCall", ["lift manager K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      let number = try XCTUnwrap(try house.view(customer).numbers.first).dialled
      try house.mark(customer, number, .doNotCall)
      let act = LiftDoNotCall(number, reason: "可以打")
      return { try act.perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail("SetTarget", ["set_target manager -"]) { house in
      let act = SetTarget("zhang", in: house.calendar.day(of: house.now), [.signed: 3])
      return { try act.perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail("SetTarget as it is", []) { house in
      let act = SetTarget("zhang", in: house.calendar.day(of: house.now), [.signed: 0])
      return { try act.perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail("KeepTeamText", ["team_texts manager -"]) { house in
      let act = KeepTeamText(TeamTexts.Key(.phrase, 3), "要样品")
      return { try act.perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail("KeepTeamText as it is", []) { house in
      let act = KeepTeamText(TeamTexts.Key(.phrase, 3), nil)
      return { try act.perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail("AddPerson", ["people admin -"]) { house in
      let act = AddPerson(login: "wu", name: "吴", department: "一部", roles: [.agent])
      return { try act.perform(by: house.id(.admin), at: house.now, in: house.house) }
    },
    Trail("AddDepartment", ["people admin -"]) { house in
      let act = AddDepartment("一部二组", under: "一部")
      return { try act.perform(by: house.id(.admin), at: house.now, in: house.house) }
    },
    Trail("ChangePerson", ["people admin -"]) { house in
      let act = ChangePerson("zhang", capacity: 9)
      return { try act.perform(by: house.id(.admin), at: house.now, in: house.house) }
    },
    Trail("AdoptPolicy", ["policies director -"]) { house in
      let text = String(decoding: try JSON.channel(["capacity": 9]).data, as: UTF8.self)
      let act = AdoptPolicy(text, from: house.calendar.day(of: house.now))
      return { try act.perform(by: house.id(.director), at: house.now, in: house.house) }
    },
    Trail("AdoptCalendar", ["policies director -"]) { house in
      let act = AdoptCalendar((1...7).map { "2026-10-0\($0),off" }.joined(separator: "\n"))
      return { try act.perform(by: house.id(.director), at: house.now, in: house.house) }
    },
    Trail("UsePolicy", ["policies director -"]) { house in
      let act = UsePolicy("channel", in: "一部")
      return { try act.perform(by: house.id(.director), at: house.now, in: house.house) }
    },
    Trail("ImportCustomers", ["import admin K000001", "import admin -"]) { house in
      { try house.importRows(["苏州潮音厂,0512-60010001,苏州"]) }
    },
    Trail("RebuildDerived", ["engine director -"]) { house in
      try house.customer(in: .sea)
      return {
        try RebuildDerived().perform(
          by: house.id(.director), at: house.now, wallClock: { house.now }, in: house.house)
      }
    },
  ]

  static let requests: [Trail] = [
    Trail("AskExtension", ["ask_extension zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.ask(customer, days: 3) }
    },
    Trail("AnswerRequest", ["answer manager K000001"]) { house in
      let request = try house.ask(try house.customer(in: .library(of: .zhang)), days: 3)
      return { try house.answer(request, granted: true) }
    },
    Trail("AskTakeBack", ["ask_take_back zhang K000001"]) { house in
      let customer = try lost(in: house)
      return { try house.askBack(customer) }
    },
    Trail("AnswerRequest for a customer", ["take_back manager K000001", "answer manager K000001"]) { house in
      let request = try house.askBack(try lost(in: house))
      return { try house.answer(request, granted: true) }
    },
    Trail("AnswerRequest against it", ["answer manager K000001"]) { house in
      let request = try house.askBack(try lost(in: house))
      return { try house.answer(request, granted: false) }
    },
    Trail("AskLost", ["ask_lost zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.askLost(customer) }
    },
    Trail("AnswerRequest for what is lost", ["lost manager K000001", "answer manager K000001"]) { house in
      let request = try house.askLost(try house.customer(in: .library(of: .zhang)))
      return { try house.answer(request, granted: true) }
    },
    Trail("AnswerRequest giving it away", ["release - K000001", "answer director K000001"]) { house in
      let request = try house.askLost(try house.customer(in: .library(of: .zhang)))
      return {
        try AnswerRequest(request, givingTo: house.id(.li)).perform(
          by: house.id(.director), at: house.now, in: house.house)
      }
    },
    Trail("AskVoid", ["ask_void zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.askVoid(customer) }
    },
    Trail("AnswerRequest for a void one", ["void manager K000001", "answer manager K000001"]) { house in
      let request = try house.askVoid(try house.customer(in: .library(of: .zhang)))
      return { try house.answer(request, granted: true) }
    },
    Trail("AskCooperation", ["ask_coop zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.askHelper(.li, with: customer) }
    },
    Trail("AnswerRequest for a helper", ["answer manager K000001"]) { house in
      let request = try house.askHelper(.li, with: try house.customer(in: .library(of: .zhang)))
      return { try house.answer(request, granted: true) }
    },
    Trail("RegisterHelper", ["coop manager K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return {
        try RegisterHelper(house.id(.li), with: customer).perform(
          by: house.id(.manager), at: house.now, in: house.house)
      }
    },
    Trail("EndCooperation", ["end_coop li K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      try RegisterHelper(house.id(.li), with: customer).perform(
        by: house.id(.manager), at: house.now, in: house.house)
      return {
        try EndCooperation(of: house.id(.li), with: customer).perform(
          by: house.id(.li), at: house.now, in: house.house)
      }
    },
    Trail("SetAsideCustomer", ["void manager K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.setAside(customer) }
    },
    Trail("SetAsideCustomer for a while", ["deactivate manager K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.setAside(customer, as: .inactive) }
    },
    Trail("ReactivateCustomer", ["reactivate manager K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      try house.setAside(customer, as: .inactive)
      return { try house.reactivate(customer) }
    },
    Trail("TakeBackCustomer", ["take_back manager K000001"]) { house in
      let customer = try lost(in: house)
      return { try house.takeBack(customer) }
    },
    Trail("ConfirmForecast", ["confirm manager -"]) { house in
      { try ConfirmForecast().perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail("ConfirmReleases", ["flow_back director K000001", "fuse director -"]) { house in
      try house.customer(in: .library(of: .zhang))
      try house.tick(through: "2026-12-26 23:00")
      try house.set("2026-12-27 00:00")
      try house.store().fuses.blow(BlownFuse(cause: .tooMany, at: house.now, lastTick: nil))
      return { try ConfirmReleases().perform(by: house.id(.director), at: house.now, in: house.house) }
    },
  ]

  private static func lost(in house: TestHouse) throws -> CustomerID {
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-27 00:00")
    return customer
  }

  private static let company = "苏州日东精密电子有限公司"
  private static let alike = "苏州日东精密电子中心有限公司"

  private static func applied(in house: TestHouse) throws -> ApplicationID {
    try house.customer(company, in: .library(of: .li))
    return try house.apply(alike)
  }

  static let applications: [Trail] = [
    Trail("Apply", ["apply zhang -"]) { house in
      try house.customer(company, in: .library(of: .li))
      return { try house.apply(alike) }
    },
    Trail("Apply for another", ["apply clerk -"]) { house in
      try house.customer(company, in: .library(of: .li))
      return { try house.apply(alike, by: .clerk, for: .zhang) }
    },
    Trail("AnswerApplication", ["answer_application support -"]) { house in
      let asked = try applied(in: house)
      return { try house.answer(asked, .enter) }
    },
    Trail("AnswerApplication refusing", ["answer_application support -"]) { house in
      let asked = try applied(in: house)
      return { try house.answer(asked, .refuse(reason: "老客户")) }
    },
    Trail("AnswerApplication granting", ["release - K000001", "answer_application support K000001"]) {
      house in
      let asked = try applied(in: house)
      try house.expose(CustomerID(1))
      return { try house.answer(asked, .grant(CustomerID(1))) }
    },
    Trail("WithdrawApplication", ["withdraw_application zhang -"]) { house in
      let asked = try applied(in: house)
      return { try house.withdraw(asked) }
    },
    Trail("PutNameRight", ["change zhang K000001"]) { house in
      try house.expose(try house.customer(company, in: .library(of: .li)))
      let asked = try house.apply(alike)
      try house.answer(asked, .grant(CustomerID(1)))
      return { try PutNameRight(asked).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
  ]

  static let engine: [Trail] = [
    Trail("a warning", ["warn - K000001"]) { house in
      try house.customer(in: .library(of: .zhang))
      try house.set("2026-12-25 00:00")
      return { try house.tick() }
    },
    Trail("what flows back", ["flow_back - K000001"]) { house in
      try house.customer(in: .library(of: .zhang))
      try house.tick(through: "2026-12-26 23:00")
      try house.set("2026-12-27 00:00")
      return { try house.tick() }
    },
    Trail("a request without an answer", ["answer - K000001"]) { house in
      try house.ask(try house.customer(in: .library(of: .zhang)), days: 3)
      house.pass(days: 4)
      return { try house.tick() }
    },
  ]
}
