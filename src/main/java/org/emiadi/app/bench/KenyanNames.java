package org.emiadi.app.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Names as they are heard in Kenya, the frequent ones first: a few of them very often and most of them seldom.
final class KenyanNames {
    static final List<String> GIVEN = words("""
            Mary John Grace Joseph Faith Peter Mercy James Jane David Esther Samuel Joyce Daniel Elizabeth Paul Margaret
            Stephen Ann Michael Lucy George Agnes Francis Susan Charles Catherine Kevin Alice Brian Rose Dennis Caroline
            Simon Sarah Patrick Eunice Moses Ruth Joshua Lilian Robert Beatrice Emmanuel Hellen Isaac Nancy Philip
            Christine Martin Rebecca Victor Dorcas Richard Florence Anthony Jacinta Benson Purity Julius Irene Vincent
            Monica Geoffrey Winnie Alex Naomi Edwin Salome Nicholas Sharon Andrew Veronica Collins Tabitha Felix Phyllis
            Elijah Charity Abraham Damaris Kennedy Lydia Solomon Teresia Wilson Janet Jackson Pauline Timothy Priscilla
            Evans Judith Boniface Millicent Fredrick Josephine Bernard Miriam Henry Consolata Duncan Rachael Wycliffe
            Gladys Eric Evelyne Allan Rosemary Douglas Everlyne Gilbert Mohamed Fatuma Abdi Amina Hassan Halima Ali Zainab
            Ibrahim Mwanaisha Hussein Khadija Omar Maryam Yusuf Asha Ahmed Rehema Salim Zuhura Juma Mwanahamisi Bakari
            Saumu Said Hawa Rashid Sofia Athman Nuru Suleiman Habiba Adan Sahara Issack Hodan Noor Ayan Celestine
            Emily Hillary Viola Nelson Vivian Titus Brenda Gideon Diana Reuben Cynthia Ezekiel Linet Amos Edna Josphat Norah
            Silas Loise Jonathan Doreen Zachary Rhoda Benjamin Stella Cosmas Maureen Dominic Violet Jeremiah Emmah Thomas
            Gloria Edward Regina Justus Sylvia Raphael Truphena Erick Roseline Ronald Selina Mark Belinda Luke Perpetua
            Matthew Scholastica Jacob Philomena Caleb Bridgit Ian Immaculate Clement Deborah Laban Mildred Ernest Leah
            Tobias Hannah Oscar Martha Leonard Anastacia Lawrence Magdalene Maurice Joan Newton Yvonne Nickson Zipporah
            Onesmus Hope Nathan Joy Obadiah Patience Bonface Peninah Morris Quinter Walter Risper Hezron Sally Harrison
            Terry Gerald Ursula Fidelis Valentine Elias Winfred Dickson Yvette Clinton Beryl Calvin Abigael Bramwel Nelly
            Absalom Dinah Barnabas Flora Cyrus Eva Darius Juliet Ephraim Lavender Festus Metrine Gabriel Olive Humphrey
            Pamela Jared Rosebella Kelvin Sheila Lameck Tecla Meshack Vane Naphtali Zilpah
            """);

    private static final List<String> FAMILY = words("""
            Otieno Mwangi Kamau Wanjiru Njoroge Ochieng Wanjiku Maina Kariuki Odhiambo Njeri Omondi Wambui Kimani Onyango
            Achieng Cheruiyot Nyambura Owino Mutua Akinyi Koech Karanja Wangari Okoth Kiprotich Atieno Musyoka Ndungu Wairimu
            Langat Adhiambo Rotich Chebet Kibet Awuor Muthoni Juma Gitau Anyango Chepkemoi Wafula Nyaga Njuguna Kiplagat
            Waweru Jepkosgei Simiyu Macharia Kipkemboi Ouma Barasa Muriithi Cherono Mutuku Wekesa Chege Jeptoo Nduta Korir
            Auma Wanyama Kiptoo Muthui Mumo Nekesa Kilonzo Mueni Ndinda Kioko Mwende Ng'ang'a Ng'eno Wang'ombe Mbugua Githinji
            Irungu Mugo Murage Gachanja Gathogo Wachira Waithera Nyokabi Gakuo Gichuru Kinyua Mburu Nderitu Ngugi Theuri
            Abuya Oduya Oluoch Opiyo Okello Okumu Oloo Obiero Nyongesa Wasike Sifuna Khaemba Makokha Mukhwana Nasimiyu Naliaka
            Nafula Masinde Lusweti Shikuku Amukowa Aluoch Apiyo Akoth Adoyo Oyugi Ogola Odongo Ogutu Ojwang Obura Nyamai
            Musembi Muli Mutiso Mutinda Ndambuki Nzioka Nthenge Wambua Kyalo Makau Munyao Katana Kahindi Charo Kazungu Karisa
            Baya Ngala Mwadime Mwakio Mghanga Mwatela Mohamed Abdullahi Hassan Ali Hussein Omar Abdi Farah Osman Warsame
            Galgalo Guyo Boru Lekuton Lesuuda Lolosoli Ekai Ekal Lokwang Ekiru Sang Bett Bii Ruto Kosgei Tanui Biwott Chesire
            Kirui Ngetich Mutai Sigei Tonui Kemboi Cheptoo Jerop Jepchirchir Chelangat Chepngetich Nyaboke Kemunto Moraa
            Kerubo Bosibori Nyaberi Omwenga Ombati Nyakundi Onchiri Makori Momanyi Ondieki Nyamweya Okemwa Mokaya
            """);

    private static final int MANY = 4000;
    private static final long SEED = 20_261_126;
    private static final List<String> BEGINNINGS = words(
            "Mu Ki Ka Nja Wa Ndu Gi Ma Nya O A Kip Chep Jep Mwa Ku Ngu Tha Ru Ke Ba Cha Lo Si Ha Ga Wa Ny Che Ko Mbu");
    private static final List<String> MIDDLES =
            words("ri thi nge ga to ra mbu ndi ru ki le so cho ma wa nya ko ti re chi na lu be ye");
    private static final List<String> ENDINGS =
            words("u ki ri ni go no ti ko ka ro ma we nyi ya i to nga ch t n ra le si mbi ndo wo si");

    private KenyanNames() {}

    /// Some two hundred real ones, and behind them seldom ones made of their syllables.
    static List<String> family() {
        var random = new Random(SEED);
        Set<String> names = new LinkedHashSet<>(FAMILY);
        while (names.size() < MANY) {
            names.add(any(BEGINNINGS, random)
                    + any(MIDDLES, random)
                    + (random.nextBoolean() ? any(MIDDLES, random) : "")
                    + any(ENDINGS, random));
        }
        return List.copyOf(names);
    }

    private static String any(List<String> parts, Random random) {
        return parts.get(random.nextInt(parts.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
