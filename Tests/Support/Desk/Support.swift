@_exported import HouseFixtures
