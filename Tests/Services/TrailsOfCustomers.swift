import Domain
import Services
import Storage
import TestSupport
import XCTest

/// Acts on customers, and the notes about them.
extension Trail {
  static let ways: [Trail] = [
    Trail("PickCustomer", ["pick zhang K000001"]) { house in
      let customer = try house.customer(in: .sea)
      return { try PickCustomer(customer).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("UndoPick", ["pick zhang K000001"]) { house in
      let customer = try house.customer(in: .sea)
      try house.pick(customer, by: .zhang)
      return { try UndoPick(customer).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("SwapCustomer", ["release zhang K000001", "swap zhang K000002"]) { house in
      let (old, new) = (try house.customer(in: .library(of: .zhang)), try house.customer(in: .sea))
      return { try house.swap(old, for: new, by: .zhang) }
    },
    Trail("UndoSwap", ["release zhang K000001", "swap zhang K000002"]) { house in
      let (old, new) = (try house.customer(in: .library(of: .zhang)), try house.customer(in: .sea))
      try house.swap(old, for: new, by: .zhang)
      let undo = UndoSwap(picked: new, released: old)
      return { try undo.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("UndoLast", ["pick zhang K000001"]) { house in
      try house.pick(try house.customer(in: .sea), by: .zhang)
      return { try house.undo(by: .zhang) }
    },
    Trail("EnterCustomer", ["enter zhang K000001"]) { house in
      { try house.enter(house.form(), by: .zhang) }
    },
    Trail("EnterCustomer for another", ["enter_for clerk K000001"]) { house in
      let act = EnterCustomer(house.form(), for: "zhang")
      return { try act.perform(by: house.id(.clerk), at: house.now, in: house.house) }
    },
    Trail("EnterCustomer releasing", ["release zhang K000001", "enter zhang K000002"]) { house in
      let old = try house.customer(in: .library(of: .zhang))
      let act = EnterCustomer(house.form(), releasing: old)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("EnterCustomer pair", ["enter zhang K000002", "pair zhang K000001", "pair zhang K000002"]) {
      house in
      let one = try house.customer(in: .library(of: .zhang))
      var form = house.form("钱立春", phone: "13900000012")
      form.kind = .person
      let act = EnterCustomer(form, pair: one)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("ReleaseCustomer", ["release zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.release(customer, by: .zhang) }
    },
    Trail("UndoRelease", ["release zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      try house.release(customer, by: .zhang)
      return { try house.undoRelease(of: customer, by: .zhang) }
    },
    Trail("TransferCustomer", ["release - K000001", "transfer manager K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.transfer(customer, to: .manager) }
    },
    Trail("HandOver", ["release - K000001", "transfer director K000001", "handover director -"]) { house in
      try house.customer(in: .library(of: .zhang))
      return { try house.handOver(.zhang, to: .manager) }
    },
    Trail("HandOver to the sea", ["release director K000001", "handover director -"]) { house in
      try house.customer(in: .library(of: .zhang))
      return { try house.handOver(.zhang, to: .sea) }
    },
    Trail("MovePerson", ["release - K000001", "transfer manager K000001", "move_person manager -"]) { house in
      try house.customer(in: .library(of: .zhang))
      try AddDepartment("一部甲组", under: "一部").perform(by: house.id(.admin), at: house.now, in: house.house)
      let act = MovePerson("zhang", to: "一部甲组", takingCustomers: true)
      return { try act.perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail("DeactivatePerson", ["people admin -"]) { house in
      { try DeactivatePerson("zhang").perform(by: house.id(.admin), at: house.now, in: house.house) }
    },
    Trail("DeactivatePerson back that is here", []) { house in
      {
        try DeactivatePerson("zhang", isBack: true).perform(
          by: house.id(.admin), at: house.now, in: house.house)
      }
    },
    Trail("AskHandover", ["handover manager -"]) { house in
      try house.customer(in: .library(of: .zhang))
      let act = AskHandover(of: house.id(.zhang), to: .person(house.id(.li)))
      return { try act.perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail(
      "AnswerRequest with a handover",
      ["answer director -", "release - K000001", "transfer director K000001", "handover director -"]
    ) { house in
      try house.customer(in: .library(of: .zhang))
      let id = try AskHandover(of: house.id(.zhang), to: .person(house.id(.li))).perform(
        by: house.id(.manager), at: house.now, in: house.house)
      return { try house.answer(id, granted: true, by: .director) }
    },
    Trail("TakeBackHandover", ["transfer director K000001", "handover director -"]) { house in
      try house.customer(in: .library(of: .zhang))
      try house.handOver(.zhang, to: .manager)
      return { try house.undo(by: .director) }
    },
    Trail("TakeBackHandover of a transfer", ["transfer manager K000001"]) { house in
      try house.transfer(try house.customer(in: .library(of: .zhang)), to: .manager)
      return { try house.undo(by: .manager) }
    },
  ]

  static let tasks: [Trail] = [
    Trail("AddTask", ["task zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      let act = AddTask(TaskContent(subject: "送样"), for: customer, helpers: [house.id(.li)])
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("ChangeTask", ["task li K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      let task = try AddTask(TaskContent(subject: "送样"), for: customer, helpers: [house.id(.li)]).perform(
        by: house.id(.zhang), at: house.now, in: house.house)
      var change = TaskChange()
      change.stage = .done
      let act = ChangeTask(task.id, change)
      return { try act.perform(by: house.id(.li), at: house.now, in: house.house) }
    },
  ]

  static let documents: [Trail] = [
    Trail("AddDocument", ["change zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.add("报价单.txt", "一份", to: customer) }
    },
    Trail("SaveDocument", ["save_document manager K000001"]) { house in
      let document = try house.add("报价单.txt", "一份", to: house.customer(in: .library(of: .zhang)))
      return {
        _ = try SaveDocument(document.id).perform(by: house.id(.manager), at: house.now, in: house.house)
      }
    },
  ]

  static let notes: [Trail] = [
    Trail("WriteNote", ["note zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.note(customer, by: .zhang) }
    },
    Trail("TakeBackNote", ["note zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      let note = try house.note(customer, by: .zhang).note
      return { try house.takeBack(note, on: customer, by: .zhang) }
    },
    Trail("CorrectNote", ["change zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      let note = try house.note(customer, by: .zhang).note
      return {
        try CorrectNote(note, text: "更正").perform(by: house.id(.zhang), at: house.now, in: house.house)
      }
    },
    Trail("PlanContact", ["plan zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      let act = PlanContact(house.now + 3600, with: customer)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("PlanContact that drops none", ["plan zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return {
        try PlanContact(nil, with: customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
      }
    },
    Trail("KeepDraft", []) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return {
        try KeepDraft("{}", on: customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
      }
    },
    Trail("NoteNumberSearch", []) { house in
      { try NoteNumberSearch().perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("NoteNumberShown", []) { house in
      let customer = try house.customer(in: .sea)
      try house.pick(customer, by: .zhang)
      return { try NoteNumberShown(customer).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
  ]

  static let changes: [Trail] = [
    Trail("ChangeCustomer", ["change zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      var change = CustomerChange()
      change.remark = "要送样"
      let act = ChangeCustomer(customer, change)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("ChangeCustomer that changes nothing", []) { house in
      let act = ChangeCustomer(try house.customer(in: .library(of: .zhang)), CustomerChange())
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("PairCustomers", ["pair zhang K000001", "pair zhang K000002"]) { house in
      let (one, other) = (try house.customer(in: .library(of: .zhang)), try house.person())
      return { try house.pair(one, other) }
    },
    Trail("UnpairCustomer", ["pair zhang K000001", "pair zhang K000002"]) { house in
      let (one, other) = (try house.customer(in: .library(of: .zhang)), try house.person())
      try house.pair(one, other)
      return { try house.unpair(one) }
    },
    Trail("TellHolder", ["tell li K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.tell(customer, "在找供应商") }
    },
    Trail("MergeCustomers", ["merge support K000002", "merge support K000001"]) { house in
      let customers = try house.customers(2, in: .sea)
      return { try house.merge(customers[1], customers[0]) }
    },
    Trail("JudgeCollision", ["judge support K000002"]) { house in
      let customer = try disputed(in: house)
      return { try house.judge(customer, .keep) }
    },
    Trail(
      "JudgeCollision against the holder", ["judge support K000002", "release - K000002"]
    ) { house in
      let customer = try disputed(in: house)
      return { try house.judge(customer, .handOver) }
    },
  ]

  /// Of zhang, with the name of one of li's.
  private static func disputed(in house: TestHouse) throws -> CustomerID {
    try house.customer("苏州观澜包装有限公司", in: .library(of: .li))
    let customer = try house.customer(in: .library(of: .zhang))
    try house.rename(customer, "苏州观澜包装有限公司")
    return customer
  }
}
