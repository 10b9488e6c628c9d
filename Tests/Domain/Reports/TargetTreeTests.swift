import XCTest

@testable import Domain

/// Targets along the tree of departments (R8.5): dealt out downwards, summed upwards.
final class TargetTreeTests: XCTestCase {
  /// House 1 above the departments 2 and 3; 4 lies under 3. Persons 1 and 2 in 2, 3 in 3, 4 and 5 in 4.
  private func tree(_ set: [TargetTree.Place: Int], _ figure: ReportFigure = .signed) -> TargetTree {
    let departments: [(Int64, Int64?)] = [(1, nil), (2, 1), (3, 1), (4, 3)]
    let people: [(Int64, Int64)] = [(1, 2), (2, 2), (3, 3), (4, 4), (5, 4)]
    return TargetTree(
      departments: departments.map { (DepartmentID($0), $1.map { DepartmentID($0) }) },
      people: people.map { (PersonID($0), DepartmentID($1)) },
      set: set.mapValues { count in
        var figures = ReportFigures()
        figures[figure] = count
        return figures
      })
  }

  private func persons(_ tree: TargetTree) -> [Int] {
    (1...5).map { tree.target(of: .person(PersonID(Int64($0))))[.signed] }
  }

  private func departments(_ tree: TargetTree) -> [Int] {
    (1...4).map { tree.target(of: .department(DepartmentID(Int64($0))))[.signed] }
  }

  func testNothingIsAskedOfNobody() {
    XCTAssertEqual(persons(tree([:])), [0, 0, 0, 0, 0])
    XCTAssertEqual(departments(tree([:])), [0, 0, 0, 0])
  }

  func testWhatIsSetForPersonsIsSummedUp() {
    let tree = tree([.person(PersonID(1)): 3, .person(PersonID(4)): 4])
    XCTAssertEqual(persons(tree), [3, 0, 0, 4, 0])
    XCTAssertEqual(departments(tree), [7, 3, 4, 4])
  }

  /// In equal parts; what is left over goes to the first ones, and nothing gets lost.
  func testWhatIsSetForADepartmentIsDealtOut() {
    let tree = tree([.department(DepartmentID(1)): 12])
    XCTAssertEqual(persons(tree), [3, 3, 2, 2, 2])
    XCTAssertEqual(departments(tree), [12, 6, 6, 4])
  }

  func testWhoHasHisOwnTakesNoPart() {
    let tree = tree([.department(DepartmentID(2)): 10, .person(PersonID(1)): 7])
    XCTAssertEqual(persons(tree), [7, 3, 0, 0, 0])
    XCTAssertEqual(departments(tree), [10, 10, 0, 0])
  }

  func testADepartmentBelowWithItsOwnDealsThatOut() {
    let tree = tree([.department(DepartmentID(1)): 20, .department(DepartmentID(4)): 8])
    XCTAssertEqual(persons(tree), [4, 4, 4, 4, 4])
    let uneven = self.tree([.department(DepartmentID(1)): 11, .department(DepartmentID(4)): 8])
    XCTAssertEqual(persons(uneven), [1, 1, 1, 4, 4])
    XCTAssertEqual(departments(uneven), [11, 2, 9, 8])
  }

  /// More is set below than above: the department is asked what was set for it, and the others nothing.
  func testMoreBelowThanAbove() {
    let tree = tree([.department(DepartmentID(2)): 5, .person(PersonID(1)): 9])
    XCTAssertEqual(persons(tree), [9, 0, 0, 0, 0])
    XCTAssertEqual(departments(tree), [5, 5, 0, 0])
  }

  func testEachFigureByItself() {
    let tree = tree([.department(DepartmentID(2)): 5], .amount)
    XCTAssertEqual(tree.target(of: .person(PersonID(1)))[.amount], 3)
    XCTAssertEqual(tree.target(of: .person(PersonID(1)))[.signed], 0)
  }
}
