import Domain
import Services
import TestSupport
import XCTest

/// Who may do what, and how far: each role, each act, each place a customer can be in (R2.1, R2.2).
final class RightsTests: XCTestCase {
  /// What comes of an act: `ok`, or the code of the refusal. zhang is in the manager's department, li beside it.
  private static let table = """
    act              agent      manager    director   support     clerk       reception   admin
    see sea          ok         ok         ok         ok          ok          ok          not_allowed
    see own          ok         ok         ok         -           -           -           -
    see zhang's      not_allowed ok        ok         ok          ok          not_allowed not_allowed
    see li's         not_allowed not_allowed ok       ok          not_allowed not_allowed not_allowed
    list library     ok         ok         ok         ok          ok          ok          not_allowed
    list sea         ok         ok         ok         ok          ok          ok          not_allowed
    check            ok         ok         ok         ok          ok          ok          ok
    pick sea         ok         ok         ok         not_allowed not_allowed not_allowed not_allowed
    pick li's        held       held       held       not_allowed not_allowed not_allowed not_allowed
    enter            ok         ok         ok         not_allowed not_allowed not_allowed not_allowed
    enter_for        not_allowed not_allowed not_allowed not_allowed ok       not_allowed not_allowed
    enter_for li's   not_allowed not_allowed not_allowed not_allowed not_allowed not_allowed not_allowed
    list zhang's     not_allowed ok         ok         ok          ok          not_allowed not_allowed
    list li's        not_allowed not_allowed ok        ok          not_allowed not_allowed not_allowed
    note own         ok         ok         ok         -           -           -           -
    note zhang's     not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    note sea         not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    plan own         ok         ok         ok         -           -           -           -
    plan zhang's     not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    dial own         ok         ok         ok         -           -           -           -
    dial zhang's     not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    draft own        ok         ok         ok         -           -           -           -
    calls            ok         ok         ok         ok          ok          ok          not_allowed
    counters         ok         ok         ok         ok          ok          ok          not_allowed
    prepare_list     ok         ok         ok         not_allowed not_allowed not_allowed not_allowed
    prepare_list zhang's not_held not_held not_held not_allowed not_allowed not_allowed not_allowed
    submit_list      list_empty list_empty list_empty not_allowed not_allowed not_allowed not_allowed
    pass_list        not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    pass_list zhang's not_allowed not_submitted not_submitted not_allowed not_allowed not_allowed not_allowed
    pass_list li's   not_allowed other_department not_submitted not_allowed not_allowed not_allowed not_allowed
    return_list zhang's not_allowed not_submitted not_submitted not_allowed not_allowed not_allowed not_allowed
    cover zhang's    not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    cover li's       not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    preferences      ok         ok         ok         ok          ok          ok          ok
    team_texts       not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    team_texts li's  not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    set_target       not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    set_target li's  not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    set_visit_day    ok         ok         ok         not_allowed not_allowed not_allowed not_allowed
    swap own         ok         ok         ok         -           -           -           -
    swap zhang's     not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    release own      ok         ok         ok         -           -           -           -
    release zhang's  not_held   ok         ok         not_allowed not_allowed not_allowed not_allowed
    release li's     not_held   not_held   ok         not_allowed not_allowed not_allowed not_allowed
    audit own        ok         ok         ok         -           -           -           -
    audit zhang's    not_allowed ok        ok         not_allowed not_allowed not_allowed ok
    audit li's       not_allowed not_allowed ok       not_allowed not_allowed not_allowed ok
    audit sea        not_allowed not_allowed not_allowed not_allowed not_allowed not_allowed ok
    audit            ok         ok         ok         not_allowed not_allowed not_allowed ok
    import           not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    people           not_allowed not_allowed not_allowed not_allowed not_allowed not_allowed ok
    ask_extension own ok        ok         ok         -           -           -           -
    ask_extension li's not_held not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    ask_take_back lost ok       ok         ok         not_allowed not_allowed not_allowed not_allowed
    lost             ok         ok         ok         ok          ok          ok          not_allowed
    ask_lost own     ok         ok         ok         -           -           -           -
    ask_lost zhang's not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    ask_void own     ok         ok         ok         -           -           -           -
    ask_void zhang's not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    ask_coop own     ok         ok         ok         -           -           -           -
    ask_coop zhang's not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    coop zhang's     not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    coop li's        not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    end_coop own     ok         ok         ok         -           -           -           -
    end_coop zhang's not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    void zhang's     not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    void li's        not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    void sea         not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    deactivate zhang's not_allowed ok      ok         not_allowed not_allowed not_allowed not_allowed
    deactivate li's  not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    reactivate sea   not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    answer           not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    answer zhang's   not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    answer li's      not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    take_back zhang's-lost not_allowed ok  ok         not_allowed not_allowed not_allowed not_allowed
    take_back li's-lost not_allowed not_allowed ok    not_allowed not_allowed not_allowed not_allowed
    keep_house_accounts zhang's not_allowed not_allowed ok not_allowed not_allowed not_allowed not_allowed
    keep_house_accounts li's not_allowed not_allowed ok not_allowed not_allowed not_allowed not_allowed
    keep_lists name  not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    confirm          not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    confirm forecast not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    confirm fuse     not_allowed nothing_to_confirm nothing_to_confirm not_allowed not_allowed not_allowed not_allowed
    mend_clock       not_allowed not_allowed ok       not_allowed not_allowed not_allowed ok
    policies adopt   not_allowed not_allowed ok       not_allowed not_allowed not_allowed ok
    policies calendar not_allowed not_allowed ok      not_allowed not_allowed not_allowed ok
    policies use     not_allowed not_allowed ok       not_allowed not_allowed not_allowed ok
    policies simulate not_allowed not_allowed ok      not_allowed not_allowed not_allowed ok
    change own       ok         ok         ok         -           -           -           -
    change zhang's   not_held   ok         ok         not_allowed not_allowed not_allowed not_allowed
    change li's      not_held   not_held   ok         not_allowed not_allowed not_allowed not_allowed
    change sea       not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    save_document own ok        ok         ok         -           -           -           -
    save_document zhang's not_allowed ok   ok         not_allowed not_allowed not_allowed not_allowed
    save_document li's not_allowed not_allowed ok     not_allowed not_allowed not_allowed not_allowed
    save_document sea not_allowed not_allowed not_allowed not_allowed not_allowed not_allowed not_allowed
    task own         ok         ok         ok         -           -           -           -
    task zhang's     not_held   ok         ok         not_allowed not_allowed not_allowed not_allowed
    task li's        not_held   not_held   ok         not_allowed not_allowed not_allowed not_allowed
    task sea         not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    pair own         ok         ok         ok         -           -           -           -
    pair zhang's     not_held   not_held   not_held   not_allowed not_allowed not_allowed not_allowed
    tell li's        ok         ok         ok         ok          ok          ok          not_allowed
    merge sea        not_allowed not_allowed not_allowed ok       not_allowed not_allowed not_allowed
    judge            not_allowed not_allowed not_allowed ok       not_allowed not_allowed not_allowed
    judge li's       not_allowed not_allowed not_allowed ok       not_allowed not_allowed not_allowed
    transfer sea     not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    transfer zhang's not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    transfer li's    not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    handover zhang's not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    handover li's    not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    move_person zhang's not_allowed not_allowed ok   not_allowed not_allowed not_allowed ok
    move_person      not_allowed ok        ok         not_allowed not_allowed not_allowed ok
    lift li's        not_allowed ok        ok         not_allowed not_allowed not_allowed not_allowed
    apply            ok         ok         ok         not_allowed not_allowed not_allowed not_allowed
    apply_for        not_allowed not_allowed not_allowed not_allowed ok       not_allowed not_allowed
    answer_application not_allowed not_allowed not_allowed ok    not_allowed not_allowed not_allowed
    withdraw_application ok not_your_application not_your_application not_allowed not_your_application not_allowed not_allowed
    order own        ok         ok         ok         -           -           -           -
    order zhang's    not_held   ok         ok         not_allowed ok          not_allowed not_allowed
    order li's       not_held   not_held   ok         not_allowed ok          not_allowed not_allowed
    state_submission zhang's not_held not_allowed not_allowed not_allowed ok not_allowed not_allowed
    keep_orders zhang's not_allowed ok     ok         not_allowed ok          not_allowed not_allowed
    keep_orders li's not_allowed not_allowed ok       not_allowed ok          not_allowed not_allowed
    void_order zhang's not_allowed ok      ok         not_allowed not_allowed not_allowed not_allowed
    void_order li's  not_allowed not_allowed ok       not_allowed not_allowed not_allowed not_allowed
    list_orders zhang's not_allowed ok     ok         ok          ok          not_allowed not_allowed
    list_orders sea  not_allowed ok        ok         not_allowed ok          not_allowed not_allowed
    status           ok         ok         ok         ok          ok          ok          not_allowed
    """

  func testTheTableOfRights() throws {
    let rows = RightsTests.table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let roles = try XCTUnwrap(rows.first).dropFirst()
    for row in rows.dropFirst() {
      let act = row.dropLast(roles.count).joined(separator: " ")
      for (role, expected) in zip(roles, row.suffix(roles.count)) where expected != "-" {
        XCTAssertEqual(
          try outcome(of: act, for: try XCTUnwrap(Role(rawValue: role))), expected, "\(role): \(act)")
      }
    }
  }

  /// Every act of the table of rights is tried above, but for those nobody has a right to and the engine's.
  func testEveryActIsInTheTable() {
    let tried = Set(RightsTests.table.split(separator: "\n").compactMap { $0.split(separator: " ").first })
    let left: Set<Act> = [.engine, .warn, .flowBack, .setUp, .fuse]
    for act in Act.allCases where !left.contains(act) {
      XCTAssertTrue(tried.contains { $0 == act.rawValue }, act.rawValue)
    }
  }

  func testNobodyHasARightToWhatOnlyTheEngineWrites() throws {
    let rights = Rights.shipped
    for act in [Act.warn, .flowBack, .lost, .setUp, .fuse] {
      XCTAssertEqual(rights.scopes(of: act, for: Set(Role.allCases)), [], act.rawValue)
    }
    for role in Role.allCases {
      let mayRun = [Role.director, .admin].contains(role)
      XCTAssertEqual(rights.scopes(of: .engine, for: [role]).isEmpty, !mayRun, role.rawValue)
    }
  }

  /// Deactivated people can do nothing (R2.4).
  func testADeactivatedPersonCanDoNothing() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.store().connection.run("UPDATE person SET is_active = 0 WHERE id = ?", [house.id(.zhang)])
    for act in ["see own", "note own", "release own", "enter", "list library", "audit"] {
      XCTAssertEqual(try outcome(of: act, by: house.id(.zhang), on: customer, in: house), "not_allowed", act)
    }
  }

  func testSomebodyWhoIsNotThere() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea)
    assertRefused(.unknownPerson("99")) {
      try PickCustomer(customer).perform(by: PersonID(99), at: house.now, in: house.house)
    }
  }

  /// A person with two roles may do what either may.
  func testRolesAddUp() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let both = try AddPerson(login: "both", name: "双", department: "二部", roles: [.clerk, .support])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    XCTAssertEqual(try outcome(of: "see zhang's", by: both, on: customer, in: house), "ok")
  }
}
