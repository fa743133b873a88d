### 整栋楼的一件：几层楼说的是同一件事。

preview-whole-offer = 💬 别的楼层也有人说过：{ $numbers }。您可以照样发，也可以改成整栋楼的一件。
preview-whole = 🏢 整栋楼的一件，和{ $numbers }是一样的事
button-whole = 改成整栋楼的一件
wish-numbered = 第{ $number }件
card-gathers = 🏢 和{ $numbers }是一样的事
notice-gathered =
    有位邻居提了整栋楼的一件：第{ $number }件，和{ $numbers }是一样的事。您跟着的照旧，一点没动。您家要是也算上，按一下。
    <blockquote expandable>{ $words }</blockquote>
