import Assets
import Domain
import Foundation
import Services
import TestSupport
import XCTest

/// Acts on orders and on what comes in for them (R8.7).
extension Trail {
  static let orders: [Trail] = [
    Trail("AddOrder", ["order zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { _ = try house.order(customer) }
    },
    Trail("ConfirmOrder", ["keep_orders clerk K000001"]) { house in
      let order = try house.order(try house.customer(in: .library(of: .zhang)))
      return { try house.confirm(order) }
    },
    Trail("OpenOrder", ["keep_orders clerk K000001"]) { house in
      let order = try house.order(try house.customer(in: .library(of: .zhang)))
      try house.confirm(order)
      return { try house.open(order, on: "2026-11-26") }
    },
    Trail("RenewOrder", ["keep_orders clerk K000001"]) { house in
      let order = try house.order(try house.customer(in: .library(of: .zhang)))
      try house.confirm(order)
      try house.open(order, on: "2026-11-26")
      return { try house.renew(order, on: "2026-11-27") }
    },
    Trail("ImportCallRecords", ["import director -"]) { house in
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
      try Data("number,time,seconds\n051260001001,2026-11-26 13:00,60".utf8).write(to: file)
      return {
        defer { try? FileManager.default.removeItem(at: file) }
        _ = try ImportCallRecords(file.path, headings: CallRecordColumn.headings).perform(
          by: house.id(.director), at: house.now, in: house.house)
      }
    },
    Trail("AddPayment", ["keep_orders clerk K000001"]) { house in
      let order = try house.order(try house.customer(in: .library(of: .zhang)))
      return { try house.pay(order, 100, rest: "2026-12-10") }
    },
    Trail("VoidPayment", ["keep_orders clerk K000001"]) { house in
      let payment = try house.pay(try house.order(try house.customer(in: .library(of: .zhang))), 100)
      return {
        try VoidPayment(payment, reason: "记错").perform(by: house.id(.clerk), at: house.now, in: house.house)
      }
    },
    Trail("VoidOrder", ["void_order manager K000001"]) { house in
      let order = try house.order(try house.customer(in: .library(of: .zhang)))
      return { try house.void(order) }
    },
  ]
}
