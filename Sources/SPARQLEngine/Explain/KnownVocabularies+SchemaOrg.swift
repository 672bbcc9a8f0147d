// The classes and properties of schema.org, without those that are pending or superseded.
extension KnownVocabularies {
    static let schemaNames = """
        AMRadioChannel APIReference AboutPage AcceptAction Accommodation AccountingService AchieveAction Action
        ActionAccessSpecification ActionStatusType ActivateAction AddAction AdministrativeArea
        AdultEntertainment AggregateOffer AggregateRating AgreeAction Airline Airport AlignmentObject
        AllocateAction AmusementPark AnimalShelter Answer Apartment ApartmentComplex AppendAction ApplyAction
        Aquarium ArriveAction ArtGallery Article AskAction AssessAction AssignAction Attorney Audience
        AudioObject AuthorizeAction AutoBodyShop AutoDealer AutoPartsStore AutoRental AutoRepair AutoWash
        AutomatedTeller AutomotiveBusiness Bakery BankAccount BankOrCreditUnion BarOrPub Barcode Beach
        BeautySalon BedAndBreakfast BedDetails BedType BefriendAction BikeStore Blog BlogPosting
        BoardingPolicyType BodyOfWater Book BookFormatType BookSeries BookStore BookmarkAction BorrowAction
        BowlingAlley Brand BreadcrumbList Brewery Bridge BroadcastChannel BroadcastEvent
        BroadcastFrequencySpecification BroadcastService BuddhistTemple BusReservation BusStation BusStop
        BusTrip BusinessAudience BusinessEntityType BusinessEvent BusinessFunction BuyAction
        CableOrSatelliteService CafeOrCoffeeShop Campground CampingPitch Canal CancelAction Car Casino
        CatholicChurch Cemetery CheckAction CheckInAction CheckOutAction CheckoutPage ChildCare ChildrensEvent
        ChooseAction Church City CityHall CivicStructure ClaimReview Clip ClothingStore CollectionPage
        CollegeOrUniversity ComedyClub ComedyEvent Comment CommentAction CommunicateAction
        CompoundPriceSpecification ComputerLanguage ComputerStore ConfirmAction ConsumeAction ContactPage
        ContactPoint ContactPointOption Continent ControlAction ConvenienceStore Conversation CookAction
        Cooperative Corporation Country Course CourseInstance Courthouse CreateAction CreativeWork
        CreativeWorkSeason CreativeWorkSeries CreditCard Crematorium CurrencyConversionService DanceEvent
        DanceGroup DataCatalog DataDownload DataFeed DataFeedItem DataType Dataset DayOfWeek DaySpa
        DeactivateAction DefenceEstablishment DefinedRegion DeleteAction DeliveryChargeSpecification
        DeliveryEvent DeliveryMethod Demand Dentist DepartAction DepartmentStore DepositAccount DigitalDocument
        DigitalDocumentPermission DigitalDocumentPermissionType DisagreeAction DiscoverAction
        DiscussionForumPosting DislikeAction Distance Distillery DonateAction DownloadAction DrawAction
        DrinkAction DriveWheelConfigurationValue DryCleaningOrLaundry Duration EatAction EducationEvent
        EducationalAudience EducationalOrganization Electrician ElectronicsStore ElementarySchool EmailMessage
        Embassy EmergencyService EmployeeRole EmployerAggregateRating EmploymentAgency EndorseAction
        EndorsementRating Energy EngineSpecification EntertainmentBusiness EntryPoint Enumeration Episode Event
        EventReservation EventStatusType EventVenue ExerciseAction ExerciseGym ExhibitionEvent FAQPage
        FMRadioChannel FastFoodRestaurant Festival FilmAction FinancialProduct FinancialService FindAction
        FireStation Flight FlightReservation Float Florist FollowAction FoodEstablishment
        FoodEstablishmentReservation FoodEvent FoodService FurnitureStore Game GamePlayMode GameServer
        GameServerStatus GardenStore GasStation GatedResidenceCommunity GenderType GeneralContractor GeoCircle
        GeoCoordinates GeoShape GiveAction GolfCourse GovernmentBuilding GovernmentOffice GovernmentOrganization
        GovernmentPermit GovernmentService GroceryStore HVACBusiness HairSalon HardwareStore
        HealthAndBeautyBusiness HealthClub HighSchool HinduTemple HobbyShop HomeAndConstructionBusiness
        HomeGoodsStore Hospital Hostel Hotel HotelRoom House HousePainter HowTo HowToDirection HowToItem
        HowToSection HowToStep HowToSupply HowToTip HowToTool IceCreamShop IgnoreAction ImageGallery ImageObject
        IndividualPhysician IndividualProduct InformAction InsertAction InstallAction InsuranceAgency Intangible
        Integer InteractAction InteractionCounter InternetCafe InvestmentOrDeposit InviteAction Invoice
        ItemAvailability ItemList ItemListOrderType ItemPage JewelryStore JobPosting JoinAction LakeBodyOfWater
        Landform LandmarksOrHistoricalBuildings Language LeaveAction LegalService LegislativeBuilding LendAction
        Library LikeAction LiquorStore ListItem ListenAction LiteraryEvent LiveBlogPosting LoanOrCredit
        LocalBusiness LocationFeatureSpecification Locksmith LodgingBusiness LodgingReservation LoseAction Map
        MapCategoryType MarryAction Mass MediaGallery MediaObject MediaSubscription MedicalOrganization
        MeetingRoom MensClothingStore Menu MenuItem MenuSection Message MiddleSchool MobileApplication
        MobilePhoneStore MonetaryAmount MonetaryAmountDistribution Mosque Motel MotorcycleDealer
        MotorcycleRepair Mountain MoveAction Movie MovieClip MovieRentalStore MovieSeries MovieTheater
        MovingCompany Museum MusicAlbum MusicAlbumProductionType MusicAlbumReleaseType MusicComposition
        MusicEvent MusicGroup MusicPlaylist MusicRecording MusicRelease MusicReleaseFormatType MusicStore
        MusicVenue MusicVideoObject NGO NailSalon NewsArticle NightClub Notary NoteDigitalDocument
        NutritionInformation Occupation OceanBodyOfWater Offer OfferCatalog OfferItemCondition
        OfferShippingDetails OfficeEquipmentStore OnDemandEvent OpeningHoursSpecification Order OrderAction
        OrderItem OrderStatus Organization OrganizationRole OrganizeAction OutletStore OwnershipInfo PaintAction
        Painting ParcelDelivery ParentAudience Park ParkingFacility PawnShop PayAction PaymentCard
        PaymentChargeSpecification PaymentMethod PaymentService PaymentStatusType PeopleAudience PerformAction
        PerformanceRole PerformingArtsTheater PerformingGroup Periodical Permit Person PetStore Pharmacy
        Photograph PhotographAction Physician PhysiciansOffice Place PlaceOfWorship PlanAction PlayAction
        Playground Plumber PoliceStation PoliticalParty Pond PostOffice PostalAddress
        PostalCodeRangeSpecification PreOrderAction PrependAction Preschool PresentationDigitalDocument
        PriceSpecification Product ProductModel ProfessionalService ProfilePage ProgramMembership PropertyValue
        PropertyValueSpecification PublicSwimmingPool PublicationEvent PublicationIssue PublicationVolume QAPage
        QualitativeValue QuantitativeValue QuantitativeValueDistribution Question QuoteAction RVPark
        RadioChannel RadioClip RadioEpisode RadioSeason RadioSeries RadioStation Rating ReactAction ReadAction
        RealEstateAgent ReceiveAction Recipe RecyclingCenter RegisterAction RejectAction RentAction
        RentalCarReservation ReplaceAction ReplyAction Report Researcher Reservation ReservationPackage
        ReservationStatusType ReserveAction Reservoir Residence Resort Restaurant RestrictedDiet ResumeAction
        ReturnAction Review ReviewAction RiverBodyOfWater Role RoofingContractor Room RsvpAction
        RsvpResponseType SaleEvent ScheduleAction ScholarlyArticle School ScreeningEvent Sculpture
        SeaBodyOfWater SearchAction SearchResultsPage Seat SelfStorage SellAction SendAction Series Service
        ServiceChannel ShareAction ShippingDeliveryTime ShippingRateSettings ShoeStore ShoppingCenter
        SingleFamilyResidence SiteNavigationElement SkiResort SocialEvent SocialMediaPosting SoftwareApplication
        SoftwareSourceCode SomeProducts SpeakableSpecification Specialty SportingGoodsStore
        SportsActivityLocation SportsClub SportsEvent SportsOrganization SportsTeam SpreadsheetDigitalDocument
        StadiumOrArena State StatusEnumeration SteeringPositionValue Store StructuredValue SubscribeAction
        SubwayStation Suite SuspendAction Synagogue TVClip TVEpisode TVSeason TVSeries Table TakeAction
        TattooParlor TaxiReservation TaxiService TaxiStand TechArticle TelevisionChannel TelevisionStation
        TennisComplex TextDigitalDocument TextObject TheaterEvent TheaterGroup Thing Ticket TieAction TipAction
        TireShop TouristAttraction TouristInformationCenter ToyStore TrackAction TradeAction TrainReservation
        TrainStation TrainTrip TransferAction TravelAction TravelAgency Trip TypeAndQuantityNode URL
        UnRegisterAction UnitPriceSpecification UpdateAction UseAction VacationRental Vehicle VideoGallery
        VideoGame VideoGameClip VideoGameSeries VideoObject ViewAction VisualArtsEvent VisualArtwork Volcano
        VoteAction WPAdBlock WPFooter WPHeader WPSideBar WantAction WarrantyPromise WarrantyScope WatchAction
        Waterfall WearAction WebApplication WebPage WebPageElement WebSite WholesaleStore WinAction Winery
        WorkersUnion WriteAction Zoo about acceptedAnswer acceptedOffer acceptedPaymentMethod
        acceptsReservations accessCode accessMode accessModeSufficient accessibilityAPI accessibilityControl
        accessibilityFeature accessibilityHazard accessibilitySummary accountId accountablePerson acquiredFrom
        actionAccessibilityRequirement actionApplication actionOption actionPlatform actionProcess actionStatus
        actor addOn additionalName additionalNumberOfGuests additionalProperty additionalType address
        addressCountry addressLocality addressRegion advanceBookingRequirement affiliation afterMedia agent
        aggregateRating aircraft album albumProductionType albumRelease albumReleaseType alignmentType
        alternateName alternativeHeadline alumni alumniOf amenityFeature amount amountOfThisGood
        annualPercentageRate answerCount applicationCategory applicationSubCategory applicationSuite
        appliesToDeliveryMethod appliesToPaymentMethod areaServed arrivalAirport arrivalBusStop arrivalGate
        arrivalPlatform arrivalStation arrivalTerminal arrivalTime artEdition artMedium artform articleBody
        articleSection artworkSurface assemblyVersion associatedArticle associatedMedia athlete attendee
        audience audienceType audio auditDate authenticator author availability availabilityEnds
        availabilityStarts availableAtOrFrom availableChannel availableDeliveryMethod availableFrom
        availableLanguage availableOnDevice availableThrough award awayTeam baseSalary bccRecipient bed
        beforeMedia bestRating billingAddress billingIncrement billingPeriod birthDate birthPlace bitrate
        blogPost boardingGroup boardingPolicy bookEdition bookFormat bookingTime borrower box branchCode brand
        breadcrumb broadcastAffiliateOf broadcastChannelId broadcastDisplayName broadcastFrequency
        broadcastFrequencyValue broadcastOfEvent broadcastServiceTier broadcastTimezone broadcaster broker
        browserRequirements busName busNumber businessDays businessFunction buyer byArtist calories candidate
        caption carbohydrateContent cargoVolume carrierRequirements catalogNumber category ccRecipient
        certificationStatus character characterAttribute characterName cheatCode checkinTime checkoutTime
        childMaxAge childMinAge children cholesterolContent circle citation claimReviewed clipNumber closes
        coach codeRepository codeSampleType colleague color comment commentCount commentText commentTime
        companyRegistration competitor composer confirmationNumber contactOption contactPoint contactType
        containedInPlace containsPlace containsSeason contentLocation contentRating contentSize contentType
        contentUrl contributor cookTime cookingMethod copyrightHolder copyrightYear countriesNotSupported
        countriesSupported countryOfOrigin courseCode courseMode coursePrerequisites coverageEndTime
        coverageStartTime creator creditedTo cssSelector currenciesAccepted currency customer cutoffTime
        dataFeedElement dataset dateCreated dateDeleted dateIssued dateModified datePosted datePublished
        dateRead dateReceived dateSent dateVehicleFirstRegistered dateline dayOfWeek deathDate deathPlace
        defaultValue deliveryAddress deliveryLeadTime deliveryMethod deliveryStatus deliveryTime department
        departureAirport departureBusStop departureGate departurePlatform departureStation departureTerminal
        departureTime dependencies depth description director disambiguatingDescription discount discountCode
        discountCurrency discusses discussionUrl dissolutionDate distance distribution doesNotShip doorTime
        downloadUrl downvoteCount driveWheelConfiguration dropoffLocation dropoffTime duns duration
        durationOfWarranty duringMedia editor educationalAlignment educationalCredentialAwarded
        educationalFramework educationalRole educationalUse elevation eligibleCustomerType eligibleDuration
        eligibleQuantity eligibleRegion eligibleTransactionVolume email embedUrl employee employmentType
        encodesCreativeWork encoding encodingFormat encodingType endDate endTime endorsee entertainmentBusiness
        episode episodeNumber equal error errorCode estimatedCost estimatedFlightDuration estimatedSalary event
        eventStatus exampleOfWork executableLibraryName exerciseCourse exifData expectedArrivalFrom
        expectedArrivalUntil expectsAcceptanceOf experienceRequirements expires extendedAddress familyName
        fatContent faxNumber featureList feesAndCommissionsSpecification fiberContent fileSize firstPerformance
        flightDistance flightNumber floorSize followee follows foodEstablishment foodEvent founder foundingDate
        foundingLocation freeShippingThreshold fromLocation fuelConsumption fuelEfficiency fuelType funder game
        gameEdition gameItem gameLocation gamePlatform gameServer gameTip genre geo geoContains geoCoveredBy
        geoCovers geoCrosses geoDisjoint geoEquals geoIntersects geoMidpoint geoOverlaps geoRadius geoTouches
        geoWithin geographicArea givenName globalLocationNumber grantee greater greaterOrEqual gtin12 gtin13
        gtin14 gtin8 handlingTime hasBroadcastChannel hasCertification hasCourseInstance hasDeliveryMethod
        hasDigitalDocumentPermission hasMap hasMemberProgram hasMenu hasMenuItem hasMenuSection hasOccupation
        hasOfferCatalog hasPOS hasPart hasTierBenefit hasTierRequirement hasTiers headline height highPrice
        hiringOrganization homeLocation homeTeam honorificPrefix honorificSuffix hostingOrganization
        hoursAvailable httpMethod iataCode icaoCode identifier illustrator image inAlbum inBroadcastLineup
        inLanguage inPlaylist incentiveCompensation includedComposition includedInDataCatalog includesObject
        industry installUrl instructor instrument interactionService interactionStatistic interactionType
        interactivityType interestRate inventoryLevel isAccessibleForFree isAccessoryOrSparePartFor isBasedOn
        isConsumableFor isFamilyFriendly isGift isLiveBroadcast isPartOf isRelatedTo isSimilarTo isTierOf
        isUnlabelledFallback isVariantOf isbn isicV4 isrcCode issn issueNumber issuedBy issuedThrough iswcCode
        item itemCondition itemListElement itemListOrder itemOffered itemReviewed itemShipped jobBenefits
        jobLocation keywords knownVehicleDamages knows landlord lastReviewed latitude learningResourceType
        legalAddress legalName legalRepresentative leiCode lender lesser lesserOrEqual license line
        liveBlogUpdate loanTerm location locationCreated lodgingUnitDescription lodgingUnitType logo longitude
        loser lowPrice lyricist lyrics mainContentOfPage mainEntity mainEntityOfPage makesOffer manufacturer
        mapType material maxPrice maxValue maximumAttendeeCapacity mealService median member memberOf
        membershipNumber memoryRequirements mentions menuAddOn messageAttachment mileageFromOdometer minPrice
        minValue minimumPaymentDue model modifiedTime mpn multipleValues musicArrangement musicBy
        musicCompositionForm musicReleaseFormat musicalKey naics name nationality netWorth nextItem nonEqual
        numAdults numChildren numTracks numberOfAirbags numberOfAxles numberOfBeds numberOfDoors
        numberOfEmployees numberOfEpisodes numberOfForwardGears numberOfItems numberOfPages numberOfPlayers
        numberOfPreviousOwners numberOfRooms numberOfSeasons numberedPosition nutrition object occupancy
        occupationLocation offerCount offeredBy offers openingHours openingHoursSpecification opens
        operatingSystem opponent orderDate orderDelivery orderItemNumber orderItemStatus orderNumber
        orderQuantity orderStatus orderedItem organizer originAddress ownedFrom ownedThrough owner owns pageEnd
        pageStart pagination parent parentItem parentOrganization parentService partOfEpisode partOfInvoice
        partOfOrder partOfSeason partOfSeries participant partySize passengerPriorityStatus
        passengerSequenceNumber paymentAccepted paymentDueDate paymentMethod paymentMethodId paymentStatus
        paymentUrl percentile10 percentile25 percentile75 percentile90 performTime performer performerIn
        permissionType permissions permitAudience permittedUsage petsAllowed photo pickupLocation pickupTime
        playMode playerType playersOnline polygon position postOfficeBoxNumber postalCode postalCodeBegin
        postalCodeEnd postalCodePrefix postalCodeRange potentialAction predecessorOf prepTime previousItem
        previousStartDate price priceComponent priceCurrency priceRange priceSpecification priceType
        priceValidUntil primaryImageOfPage printColumn printEdition printPage printSection processingTime
        processorRequirements producer productID productSupported productionCompany productionDate
        proficiencyLevel program programMembershipUsed programName programmingLanguage programmingModel
        propertyID proteinContent providerMobility providesBroadcastService providesService publicAccess
        publication publishedOn publisher publishingPrinciples purchaseDate query quest question ratingCount
        ratingValue readonlyValue realEstateAgent recipe recipeCategory recipeCuisine recipeIngredient
        recipeInstructions recipeYield recipient recordLabel recordedAs recordedAt recordedIn recordingOf
        referee referenceQuantity referencesOrder regionsAllowed relatedLink relatedTo releaseDate releaseNotes
        releaseOf releasedEvent relevantOccupation remainingAttendeeCapacity replacee replacer replyToUrl
        reportNumber representativeOfPage requiredCollateral requiredGender requiredMaxAge requiredMinAge
        requiredQuantity requiresSubscription reservationFor reservationId reservationStatus reservedTicket
        responsibilities result resultComment resultReview review reviewAspect reviewBody reviewCount
        reviewRating reviewedBy roleName rsvpResponse runtimePlatform salaryCurrency sameAs saturatedFatContent
        scheduledPaymentDate scheduledTime schemaVersion screenCount screenshot seasonNumber seatNumber seatRow
        seatSection seatingType securityScreening seeks seller sender serialNumber serverStatus servesCuisine
        serviceLocation serviceOperator serviceOutput servicePhone servicePostalAddress serviceSmsNumber
        serviceType serviceUrl servingSize sharedContent shippingDestination shippingDetails shippingOrigin
        shippingRate sibling significantLink skills sku slogan smokingAllowed sodiumContent softwareAddOn
        softwareHelp softwareRequirements softwareVersion sourceOrganization spatial spatialCoverage speakable
        specialCommitments specialOpeningHoursSpecification specialty sponsor sportsActivityLocation sportsEvent
        sportsTeam spouse starRating startDate startTime steeringPosition step stepValue storageRequirements
        streetAddress subEvent subOrganization subReservation subjectOf successorOf sugarContent suggestedAnswer
        suggestedGender suggestedMaxAge suggestedMinAge suitableForDiet superEvent supply supportingData target
        targetCollection targetDescription targetName targetPlatform targetProduct targetUrl taxID telephone
        temporal temporalCoverage text thumbnail thumbnailUrl tickerSymbol ticketNumber ticketToken ticketedSeat
        timeRequired title toLocation toRecipient tool totalPaymentDue totalPrice totalTime touristType track
        trackingNumber trackingUrl trailer trainName trainNumber transFatContent transcript transitTime
        translator tripOrigin typeOfBed typeOfGood typicalAgeRange underName unitCode unitText
        unsaturatedFatContent uploadDate upvoteCount url urlTemplate userInteractionCount validFor validFrom
        validIn validThrough validUntil value valueAddedTaxIncluded valueMaxLength valueMinLength valueName
        valuePattern valueReference valueRequired vatID vehicleConfiguration vehicleEngine
        vehicleIdentificationNumber vehicleInteriorColor vehicleInteriorType vehicleModelDate
        vehicleSeatingCapacity vehicleTransmission version video videoFormat videoFrameSize videoQuality
        volumeNumber warranty warrantyScope webCheckinTime weight width winner wordCount workExample
        workFeatured workHours workLocation workPerformed workPresented worksFor worstRating xpath yearlyRevenue
        yearsInOperation yield
        """
}
